import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { type Browser, type LaunchOptions } from "playwright";

/** Usual places of a system Chromium; `CHROMIUM` names another. */
const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * No sandbox: containers run as root. No other host: a page that asks the network for anything
 * must fail. Graphics in software: the same on every machine.
 */
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

const NO_BROWSER = "chromium: no browser that runs here; install Chromium, or name one by CHROMIUM=/path/to/chromium";

/**
 * How playwright starts Chromium on this machine: the system's where there is one that runs, else
 * the one inside the npm package, unpacked once (3 s) with the libraries and fonts that a bare
 * system lacks. Needs no network and reaches none. Throws where neither can run, saying what to do.
 */
export function launchOptions(environment: NodeJS.ProcessEnv = process.env): LaunchOptions {
  const { CHROMIUM: named } = environment;
  if (named && !runs(named, environment))
    throw new RangeError(`chromium: CHROMIUM must name a browser that runs here, got ${named}`);
  const installed = named || INSTALLED.find((path) => runs(path, environment));
  if (installed) return { executablePath: installed, args: FLAGS };
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error(NO_BROWSER); // what the package is built for
  const folder = unpacked(dirname(packed()));
  const executablePath = join(folder, "chromium");
  const env = withLibraries(folder, executablePath, environment);
  if (!runs(executablePath, env)) throw new Error(NO_BROWSER);
  return { executablePath, env, args: FLAGS };
}

/** Starts Chromium. Throws, saying what to do, where it cannot run or what drives it is not installed. */
export async function openBrowser(): Promise<Browser> {
  const playwright = await import("playwright").catch((cause: unknown) => {
    throw new Error("chromium: a page is run by playwright, which is not installed; npm i playwright", { cause });
  });
  return playwright.chromium.launch(launchOptions());
}

/** Where the browser inside the npm package stands; it is optional where Ovation is installed as a package. */
function packed(): string {
  try {
    return createRequire(import.meta.url).resolve("@sparticuz/chromium");
  } catch (error) {
    throw new Error(`${NO_BROWSER}, or npm i @sparticuz/chromium`, { cause: error });
  }
}

/** Some systems carry a script of that name which only says where to get one. */
function runs(path: string, env: NodeJS.ProcessEnv): boolean {
  if (!existsSync(path)) return false;
  try {
    return execFileSync(path, ["--version"], {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 20_000,
    }).includes("Chrom");
  } catch {
    return false;
  }
}

/**
 * The package's archives laid out in a folder of their own a version. Two runs may do so at once:
 * each unpacks next to it, and the first to finish gives its folder the name.
 */
function unpacked(packageFile: string): string {
  const root = resolve(packageFile, "../..");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const folder = resolve(import.meta.dirname, `../../node_modules/.cache/chromium-${version}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const archive = (name: string): Buffer => brotliDecompressSync(readFileSync(join(root, "bin", name)));
  writeFileSync(join(partial, "chromium"), archive("chromium.br"), { mode: 0o755 });
  for (const name of ["al2023", "fonts", "swiftshader"]) {
    execFileSync("tar", ["-x", "-C", partial], { input: archive(`${name}.tar.br`) });
  }
  // The package's own font settings name folders of one cloud provider.
  const fonts = `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`;
  writeFileSync(
    join(partial, "fonts.conf"),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n${fonts}`,
  );
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The environment in which the unpacked browser finds what the system does not have. */
function withLibraries(folder: string, executable: string, environment: NodeJS.ProcessEnv): Record<string, string> {
  const env = Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const needs = execFileSync("ldd", [executable], { env, encoding: "utf8" });
  if (needs.includes("not found")) {
    env.LD_LIBRARY_PATH = [join(folder, "lib"), env.LD_LIBRARY_PATH].filter((part) => part).join(":");
  }
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_FILE = join(folder, "fonts.conf");
  return env;
}
