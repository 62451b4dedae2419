import { availableParallelism } from "node:os";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { launchOptions } from "./scripts/pages/chromium.ts";

/** A busy or slow machine is no fault of the program's. */
const testTimeout = 180_000;
const expect = { poll: { timeout: 30_000 } };

/** Much of the time is waiting for a browser or another process: one worker of two cores would leave one idle. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** Two projects: everything in Node, and what must hold in a page in a real Chromium. */
export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          name: "node",
          isolate: false, // files of a worker share what they import, a minute of loading; no test changes a module
          testTimeout,
          expect,
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**"],
        },
      },
      {
        optimizeDeps: {
          include: ["fast-check", "graphology", "seedrandom", "zod", "graphology-communities-louvain", "sigma"],
        },
        test: {
          name: "browser",
          testTimeout,
          expect,
          include: ["test/browser/*.browser.test.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
