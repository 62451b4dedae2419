/** How a behaviour spreads between customers: one model for each rule of spreading, and what theory says about them. */
export { adoptedShare, type AdoptionFit, FIT_METHODS, fitAdoption, type FitMethod } from "./adoption-fit.ts";
export { bass } from "./bass.ts";
export { competingBrands } from "./competing-brands.ts";
export { complexContagion } from "./complex-contagion.ts";
export { contagion } from "./contagion.ts";
export { type First, firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
export { herding } from "./herding.ts";
export { independentCascade } from "./independent-cascade.ts";
export { informationalCascade } from "./informational-cascade.ts";
export { linearThreshold } from "./linear-threshold.ts";
export { musicLab } from "./music-lab.ts";
export { reachMeasures, reachState, reachTrace } from "./reach.ts";
export { standingOvation } from "./standing-ovation.ts";
export { strongAndWeakTies } from "./strong-and-weak-ties.ts";
export { wattsThreshold } from "./watts-threshold.ts";
export { cascadeWindow, type GlobalCascade, globalCascade } from "./watts-window.ts";
