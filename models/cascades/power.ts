/**
 * base^times for whole `times` of at least 0, by repeated multiplication. The bits are the same in every engine,
 * which `**` does not guarantee.
 */
export function power(base: number, times: number): number {
  let product = 1;
  for (let t = 0; t < times && product !== 0 && base !== 1; t++) product *= base;
  return product;
}
