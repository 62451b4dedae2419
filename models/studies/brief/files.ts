import { nearest, unknownName } from "../../core/index.ts";
import { builtins, generators, isGenerated } from "../../networks/specification.ts";
import { type Fault, messageOf } from "../asking/yaml.ts";
import { fileAndChoices } from "../asking/named-network.ts";
import { type Written } from "./schema.ts";

/** What there is where a brief is read: on a disk, or among what a reader has put into a page. */
export interface Place {
  has(path: string): boolean;
  /** The files of a folder, whose path ends with a slash; none if there is no such folder. */
  names(folder: string): readonly string[];
}

/**
 * The customers of a brief with each file by the path that leads to it, or every file that is not there. A brief
 * travels with its files: they are looked for beside it first, then where the command is run.
 */
export function locate(
  customers: Written["customers"],
  brief: string,
  place: Place,
): { customers: Written["customers"] } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const search: Search = { beside: folderOf(brief), ...place };
  const told = (key: "network" | "people", find: (spec: string, search: Search) => string): string | undefined => {
    try {
      return customers[key] === undefined ? undefined : find(customers[key], search);
    } catch (error) {
      for (const line of messageOf(error).split("\n"))
        faults.push({ path: ["customers", key], text: `customers.${key}: ${line}` });
      return undefined;
    }
  };
  const [network, people] = [told("network", networkAt), told("people", fileAt)];
  return faults.length > 0
    ? { faults }
    : {
        customers: { ...customers, ...(network !== undefined && { network }), ...(people !== undefined && { people }) },
      };
}

interface Search extends Place {
  /** The folder of the brief with its last slash; empty where the command is run in it. */
  beside: string;
}

function networkAt(spec: string, search: Search): string {
  const whole = pathsOf(spec, search).find(search.has);
  if (whole !== undefined) return whole;
  if (isGenerated(spec)) return generatorAt(spec, search);
  const { path } = fileAndChoices(spec, () => false);
  return (
    fileAt(
      path,
      search,
      [...builtins, ...generators].map(({ kind }) => kind),
    ) + spec.slice(path.length)
  );
}

/** A generator, whose lists may stand in files. */
function generatorAt(spec: string, search: Search): string {
  const colon = spec.indexOf(":");
  const kind = spec.slice(0, colon < 0 ? undefined : colon);
  const known = [...builtins, ...generators].find((one) => one.kind === kind);
  if (!known)
    throw new RangeError(
      unknownName(
        kind,
        "a kind of network",
        [...builtins, ...generators].map((one) => one.kind),
      ),
    );
  if (known.files.length === 0) return spec;
  const parts = spec
    .slice(colon + 1)
    .split(",")
    .map((part) => {
      const [key, value = ""] = part.split("=");
      return known.files.includes(key.trim()) && /[^\d.+xe\s-]/.test(value)
        ? `${key}=${fileAt(value.trim(), search)}`
        : part;
    });
  return `${kind}:${parts.join(",")}`;
}

/** The path that leads to a file. Throws `RangeError` with the paths that lead nowhere and the nearest right name. */
function fileAt(name: string, search: Search, words: readonly string[] = []): string {
  const paths = pathsOf(name, search);
  const found = paths.find(search.has);
  if (found !== undefined) return found;
  const near = paths.flatMap((path) => {
    const folder = folderOf(path);
    const other = nearest(path.slice(folder.length), search.names(folder));
    return other === undefined ? [] : [folder + other];
  });
  const meant = near.at(0) ?? nearest(name, words);
  throw new RangeError(
    `there must be a file ${name}; there is none at ${paths.join(" nor at ")}${meant === undefined ? "" : `; did you mean ${meant}?`}`,
  );
}

const pathsOf = (name: string, { beside }: Search): string[] =>
  beside === "" || /^([/\\]|[a-z]:[/\\])/i.test(name) ? [name] : [beside + name, name];
const folderOf = (path: string): string => path.replace(/[^/\\]*$/, "");
