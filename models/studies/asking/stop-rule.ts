import { refuse, unknownName } from "../../core/index.ts";
import { untilFaults } from "../../experiments/index.ts";
import { type Until } from "../work/job.ts";

export interface StopRule {
  /** `measure=width`, or `measure=width%` for a share of the mean. */
  until?: string;
  most?: number;
  /** Worlds of the first look. */
  first: number;
}

const MOST = 100_000;

/**
 * The rule by which a job adds worlds until the 95 % interval of a mean is no wider than ± width, as it is typed;
 * undefined where none is asked for. Throws `RangeError` where it is not of that form.
 */
export function readStopRule({ until, most = MOST }: Omit<StopRule, "first">): Until | undefined {
  if (until === undefined) return undefined;
  const parts = /^([^=]+)=(.*?)(%?)$/.exec(until);
  if (!parts) throw new RangeError(`--until must be measure=width, such as reach=0.5 or reach=2%, got ${until}`);
  const [, measure, number, percent] = parts;
  const width = number.trim() === "" ? NaN : Number(number) / (percent === "%" ? 100 : 1);
  return { measure, width, relative: percent === "%", most };
}

/** The same for a model with those measures. Throws `RangeError` with all that is wrong with it. */
export function stopRule(measures: readonly string[], { until, most, first }: StopRule): Until | undefined {
  if (until === undefined && most !== undefined) throw new RangeError("--most must come with --until");
  const rule = readStopRule({ until, most });
  if (!rule) return undefined;
  const { measure } = rule;
  refuse([
    ...(measures.includes(measure) ? [] : [`--until: ${unknownName(measure, "a measure", measures)}`]),
    ...untilFaults({ ...rule, first }).map((fault) => `--until: ${fault}`),
  ]);
  return rule;
}
