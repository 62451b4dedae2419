/** Questions put to models, as data: experiment files and briefs, read, checked and answered. Needs no Node. */
export { type Brief } from "./brief/brief.ts";
export { type Place } from "./brief/files.ts";
export { readBrief } from "./brief/read.ts";
export { type Decision, decisionOf } from "./compare/decision.ts";
export { type Experiment, settleExperiment } from "./sweep/experiment.ts";
export { type Overrides, experimentSchema, readExperiment } from "./sweep/file.ts";
export { experimentFromFlags, type Flags } from "./sweep/flags.ts";
export { type Results } from "./sweep/results.ts";
export { resultsOf } from "./sweep/results-of.ts";
