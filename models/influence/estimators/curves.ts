import { degreesOf } from "../degrees/statistic.ts";
import { type Trait, traitFrom } from "../degrees/trait.ts";
import { type Estimator, type Finding, type Study } from "./study.ts";

const PERMUTATIONS = 199;

export const distanceCurve: Estimator = {
  name: "distance curve",
  about: "the excess at one degree, attributed entirely to influence; its error from the shuffles",
  target: "excess",
  source: "Christakis & Fowler 2007, NEJM 357:370",
  of: (study) => excessOf(study, traitFrom("trait", last(study))),
};

export const blockPermutation: Estimator = {
  name: "permutation within blocks",
  about: "the excess beyond what remains after shuffles among customers of the same kind",
  target: "excess",
  source: "La Fond & Neville 2010, WWW 601; Anagnostopoulos, Kumar & Mahdian 2008, KDD 7",
  of(study) {
    const block = Uint32Array.from(study.kind, (kind) => (kind > 0 ? 1 : 0));
    return excessOf(study, { ...traitFrom("trait", last(study)), block, blocks: 2 });
  },
};

const last = ({ panel }: Study): Uint8Array => panel[panel.length - 1];

/** The observed excess over chance without blocks, minus the part that the shuffles leave. */
function excessOf({ network, seed }: Study, trait: Trait): Finding {
  const { degrees, prevalence, nodes } = degreesOf(network, trait, {
    distances: 1,
    permutations: PERMUTATIONS,
    seed,
    egos: "all",
  });
  const [{ observed, expected, low, high }] = degrees;
  const chance = (prevalence * nodes - 1) / (nodes - 1);
  return { estimate: (observed - expected) / chance, stderr: (high - low) / chance / 3.92 };
}
