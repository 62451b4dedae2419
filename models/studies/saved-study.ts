import { type Brief } from "./brief/brief.ts";
import { type ChooseRequest } from "./choosing/request.ts";
import { type CompareJob } from "./compare/job.ts";
import { type CreditRequest } from "./credit/study.ts";
import { type LaboratoryRequest } from "./degrees/laboratory-study.ts";
import { type DegreesRequest } from "./degrees/request.ts";
import { type ProofRequest } from "./proof/study.ts";
import { type RehearsalRequest } from "./rehearsal/study.ts";
import { type SweepJob } from "./work/job.ts";
import { type PrintedJob } from "./work/printed.ts";
import { type Sources } from "./work/sources.ts";
import { type Study } from "./work/study.ts";
import { type Intake } from "./work/table.ts";

type Made = Promise<Study<unknown, Intake>>;
/** How the study of each kind is made again from its `job.json`; undefined where parts of that are missing. */
type Again = (saved: Record<string, unknown>, sources: Sources) => Made | undefined;

const kinds: Readonly<Record<string, Again>> = {
  sweep(saved, sources) {
    const { request, model, networks } = saved as Partial<SweepJob>;
    if (!request || !model || !Array.isArray(networks) || !isWhole(request)) return undefined;
    return (async () => {
      const { prepare } = await import("./work/job.ts");
      const { sweepStudy } = await import("./sweep/study.ts");
      return sweepStudy(await prepare(request, sources), sources.worlds);
    })();
  },
  compare(saved, sources) {
    const { brief, command, code, customers } = saved as Partial<CompareJob>;
    if (!isBrief(brief) || typeof command !== "string" || !code || !customers) return undefined;
    return (async () => {
      const { prepareComparison } = await import("./compare/prepared.ts");
      const { compareStudy } = await import("./compare/study.ts");
      return compareStudy(await prepareComparison(brief, command, sources));
    })();
  },
  credit: printed(async (request: CreditRequest, command, sources) => {
    const { creditStudy } = await import("./credit/study.ts");
    return creditStudy(request, command, sources);
  }),
  rehearse: printed(async (request: RehearsalRequest, command, sources) => {
    const { rehearsalStudy } = await import("./rehearsal/study.ts");
    return rehearsalStudy(request, command, sources);
  }),
  choose: printed(async (request: ChooseRequest, command, sources) => {
    const { chooseStudy } = await import("./choosing/study.ts");
    return chooseStudy(request, command, sources);
  }),
  degrees: printed(async (request: DegreesRequest, command, sources) => {
    const { degreesStudy } = await import("./degrees/study.ts");
    return degreesStudy(request, command, sources);
  }),
  laboratory: printed(async (request: LaboratoryRequest, command, sources) => {
    const { laboratoryStudy } = await import("./degrees/laboratory-study.ts");
    return laboratoryStudy(request, command, sources);
  }),
  prove: printed(async (request: ProofRequest, command, sources) => {
    const { proofStudy } = await import("./proof/study.ts");
    return proofStudy(request, command, sources);
  }),
};

/** A saved job made ready to run again. Throws `RangeError` if parts of it are missing or its kind is unknown. */
export function savedStudy(saved: Record<string, unknown>, path: string, sources: Sources): Made {
  const { kind = "sweep" } = saved; // what sweeps did not say at first
  const again = typeof kind === "string" && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!again)
    throw new RangeError(
      `rerun: ${path} must hold one of ${Object.keys(kinds).join(", ")}, got ${JSON.stringify(kind)}`,
    );
  const made = again(saved, sources);
  if (!made) throw new RangeError(`rerun: ${path} must say what was asked for; parts of it are missing`);
  return made;
}

/** Of a job whose answer is what is printed. */
function printed<R>(make: (request: R, command: string, sources: Sources) => Made): Again {
  return (saved, sources) => {
    const { request, command, prints } = saved as Partial<PrintedJob<R>>;
    const whole = typeof request === "object" && request !== null && typeof command === "string" && prints;
    return whole ? make(request, command, sources) : undefined;
  };
}

/** Whether the parts that are read are there; what they hold is checked like any request. */
function isWhole({ networks, points, axes, model, seed, replicates }: Partial<SweepJob["request"]>): boolean {
  const lists = [networks, points, axes].every(Array.isArray);
  return lists && typeof model === "string" && typeof seed === "string" && Number.isInteger(replicates);
}

const isBrief = (brief: Brief | undefined): brief is Brief =>
  brief !== undefined && Array.isArray(brief.arms) && Array.isArray(brief.assumptions);
