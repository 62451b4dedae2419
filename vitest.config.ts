import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { launchOptions } from "./scripts/notebooks/chromium.ts";

/** A busy or slow machine is no fault of the program's. */
const testTimeout = 60_000;

/** Two projects: everything in Node, and what must hold in a page in a real Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          testTimeout,
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**"],
        },
      },
      {
        optimizeDeps: { include: ["fast-check", "graphology", "seedrandom", "zod", "graphology-communities-louvain", "sigma"] },
        test: {
          name: "browser",
          testTimeout,
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
