import { type Brief } from "../../models/studies/brief/brief.ts";
import { type PreparedComparison } from "../../models/studies/compare/job.ts";
import { madeBy, prepareComparison as prepare } from "../../models/studies/compare/prepared.ts";
import { disk } from "../disk/sources.ts";

/** The version and the code of this project as it stands on the disk. */
export const madeHere = madeBy(disk);

/** A comparison of customers from the disk. */
export const prepareComparison = (brief: Brief, command: string): Promise<PreparedComparison> =>
  prepare(brief, command, disk);
