import { type Brief } from "../../models/studies/brief/brief.ts";
import { type ChooseRequest } from "../../models/studies/choosing/request.ts";
import { type CompareJob } from "../../models/studies/compare/job.ts";
import { type CreditRequest } from "../../models/studies/credit/study.ts";
import { type LaboratoryRequest } from "../../models/studies/degrees/laboratory-study.ts";
import { type DegreesRequest } from "../../models/studies/degrees/request.ts";
import { type ProofRequest } from "../../models/studies/proof/study.ts";
import { type RehearsalRequest } from "../../models/studies/rehearsal/study.ts";
import { type Job } from "../../models/studies/work/job.ts";
import { type PrintedJob } from "../../models/studies/work/printed.ts";
import { type Study } from "../../models/studies/work/study.ts";
import { type Intake } from "../../models/studies/work/table.ts";
import { disk } from "../disk/sources.ts";

type Made = Promise<Study<unknown, Intake>>;
/** How the study of each kind is made again from its `job.json`; undefined where parts of that are missing. */
type Again = (saved: Record<string, unknown>) => Made | undefined;

const kinds: Readonly<Record<string, Again>> = {
  sweep(saved) {
    const { request, model, networks } = saved as Partial<Job>;
    if (!request || !model || !Array.isArray(networks) || !isWhole(request)) return undefined;
    return (async () => {
      const { prepare } = await import("../../models/studies/work/job.ts");
      const { sweepStudy } = await import("../../models/studies/sweep/study.ts");
      return sweepStudy(await prepare(request, disk), disk.worlds);
    })();
  },
  compare(saved) {
    const { brief, command, code, customers } = saved as Partial<CompareJob>;
    if (!isBrief(brief) || typeof command !== "string" || !code || !customers) return undefined;
    return (async () => {
      const { prepareComparison } = await import("../../models/studies/compare/prepared.ts");
      const { compareStudy } = await import("../../models/studies/compare/study.ts");
      return compareStudy(await prepareComparison(brief, command, disk));
    })();
  },
  credit: printed(async (request: CreditRequest, command) => {
    const { creditStudy } = await import("../../models/studies/credit/study.ts");
    return creditStudy(request, command, disk);
  }),
  rehearse: printed(async (request: RehearsalRequest, command) => {
    const { rehearsalStudy } = await import("../../models/studies/rehearsal/study.ts");
    return rehearsalStudy(request, command, disk);
  }),
  choose: printed(async (request: ChooseRequest, command) => {
    const { chooseStudy } = await import("../../models/studies/choosing/study.ts");
    return chooseStudy(request, command, disk);
  }),
  degrees: printed(async (request: DegreesRequest, command) => {
    const { degreesStudy } = await import("../../models/studies/degrees/study.ts");
    return degreesStudy(request, command, disk);
  }),
  laboratory: printed(async (request: LaboratoryRequest, command) => {
    const { laboratoryStudy } = await import("../../models/studies/degrees/laboratory-study.ts");
    return laboratoryStudy(request, command, disk);
  }),
  prove: printed(async (request: ProofRequest, command) => {
    const { proofStudy } = await import("../../models/studies/proof/study.ts");
    return proofStudy(request, command, disk);
  }),
};

/** A saved job made ready to run again. Throws `RangeError` if parts of it are missing or its kind is unknown. */
export function savedStudy(saved: Record<string, unknown>, path: string): Made {
  const { kind = "sweep" } = saved; // what sweeps did not say at first
  const again = typeof kind === "string" && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!again)
    throw new RangeError(
      `rerun: ${path} must hold one of ${Object.keys(kinds).join(", ")}, got ${JSON.stringify(kind)}`,
    );
  const made = again(saved);
  if (!made) throw new RangeError(`rerun: ${path} must say what was asked for; parts of it are missing`);
  return made;
}

/** Of a job whose answer is what is printed. */
function printed<R>(make: (request: R, command: string) => Made): Again {
  return (saved) => {
    const { request, command, prints } = saved as Partial<PrintedJob<R>>;
    const whole = typeof request === "object" && request !== null && typeof command === "string" && prints;
    return whole ? make(request, command) : undefined;
  };
}

/** Whether the parts that are read are there; what they hold is checked like any request. */
function isWhole({ networks, points, axes, model, seed, replicates }: Partial<Job["request"]>): boolean {
  const lists = [networks, points, axes].every(Array.isArray);
  return lists && typeof model === "string" && typeof seed === "string" && Number.isInteger(replicates);
}

const isBrief = (brief: Brief | undefined): brief is Brief =>
  brief !== undefined && Array.isArray(brief.arms) && Array.isArray(brief.assumptions);
