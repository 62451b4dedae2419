import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { completionScript } from "../../../scripts/cli/completion/script.ts";
import { line } from "../../../scripts/commands/line.ts";
import { ROOT } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** How each shell is asked what may stand at the end of a line; a word a line, without what is told of it. */
const ASKED = {
  bash: 'COMP_LINE=$1; COMP_POINT=${#1}; _ovation; printf "%s\\n" "${COMPREPLY[@]}"',
  zsh: '_ovation_offers "$1"',
  fish: 'complete -C "$argv[2]"',
};
/** Arguments by which a shell reads no settings of its user. */
const BARE = { bash: ["--norc"], zsh: ["-f"], fish: ["--no-config"] };

const isThere = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;

const scripts = Object.fromEntries(
  await Promise.all(SHELLS.map(async (shell) => [shell, await completionScript(shell, line)] as const)),
);

function offered(shell: (typeof SHELLS)[number], typed: string): string[] {
  const file = join(temporaryFolder(), "ask");
  writeFileSync(file, `${shell === "zsh" ? "compdef() { :; }\n" : ""}${scripts[shell]}\n${ASKED[shell]}\n`);
  const words = [...BARE[shell], file, ...(shell === "fish" ? ["--"] : []), typed];
  const { status, stdout, stderr } = spawnSync(shell, words, { cwd: ROOT, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout
    .split("\n")
    .filter((one) => one !== "")
    .map((one) => one.split("\t")[0]);
}

describe.each(SHELLS.filter(isThere))("%s", (shell) => {
  test("completes commands, and those of a group", () => {
    const commands = offered(shell, "ovation ");
    expect(commands).toEqual(expect.arrayContaining(["run", "sweep", "network", "notebooks"]));
    expect(commands).not.toContain("info");
    expect(offered(shell, "ovation ne")).toEqual(["network"]);
    expect(offered(shell, "ovation network ").sort()).toEqual(["convert", "info", "make", "rank"]);
  });

  test("completes options and what they take: one of a list, several joined by commas", () => {
    expect(offered(shell, "ovation run bass --se").sort()).toEqual(["--seed", "--series", "--set"]);
    expect(offered(shell, "ovation choose --ties ").sort()).toEqual(["chance", "index"]);
    expect(offered(shell, "ovation choose --method greedy,deg")).toEqual(["greedy,degree"]);
    const value = shell === "bash" ? "index" : "--ties=index"; // readline takes what stands behind = for the word
    expect(offered(shell, "ovation choose --ties=i")).toEqual([value]);
  });

  test("completes models, and the parameters of the model named on the line", () => {
    expect(offered(shell, "ovation run indep")).toContain("independent-cascade");
    expect(offered(shell, "ovation choose --model watts-threshold --set seedC")).toEqual(["seedCount="]);
    const order = offered(shell, "ovation run standing-ovation --set order=").map((one) => one.replace("order=", ""));
    expect(order.sort()).toEqual(["incentive", "random", "synchronous"]);
    expect(offered(shell, "ovation run --seed 1 bass --set innov")).toEqual(["innovation="]);
  });

  test("completes networks and the keys of a generator", () => {
    expect(offered(shell, "ovation network info kar")).toContain("karate");
    const keys = offered(shell, "ovation network info watts-strogatz:nodes=10,rew").map((one) => one.split(",").at(-1));
    expect(keys).toContain("rewire=");
  });

  test("completes files, and offers no files where none can stand", () => {
    const files = offered(shell, "ovation sweep data/experiments/rec");
    expect(files.join()).toMatch(shell === "zsh" ? /^@file:.yaml:.yml:.ts$/ : /recommendation\.yaml/);
    expect(offered(shell, "ovation run bass --seed ")).toEqual([]);
  });
});

test("bash is there, so that not everything above can be left out", () => {
  expect(isThere("bash")).toBe(true);
});
