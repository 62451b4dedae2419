/**
 * What a customer is worth who pays `margin` a period at its beginning and leaves with chance `leaving` after
 * it: g/(1 − (1 − c)/(1 + d)), all periods, discounted. Infinity if nobody leaves and nothing is discounted.
 * Source: Schmitt, Skiera & Van den Bulte 2011, Journal of Marketing 75(1):46.
 */
export const lifetimeValue = (margin: number, leaving: number, discount: number): number =>
  margin / (1 - (1 - leaving) / (1 + discount));

/**
 * The pay for a claim at which a program breaks even: R = I·CLV + A·gain, where of all paid claims the share I is
 * for customers who would not have come, each worth `value`, and A for who would have come later, each worth
 * `gain` more for it. The rest, for who came anyway or for nobody real, earns nothing.
 */
export const breakEvenReward = (
  { growth, timing }: { growth: number; timing: number },
  { value, gain }: { value: number; gain: number },
): number => growth * value + timing * gain;
