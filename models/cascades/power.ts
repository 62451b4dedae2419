/**
 * base^times for whole times from 0, by so many products: the same bits in every engine, which `**` does not promise.
 */
export function power(base: number, times: number): number {
  let product = 1;
  for (let t = 0; t < times && product !== 0 && base !== 1; t++) product *= base;
  return product;
}
