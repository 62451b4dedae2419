import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { guardedPage, policy } from "../../../scripts/pages/policy.ts";

test("a page in one file may run its own scripts and no other, and connect nowhere", () => {
  const script = "\nconst a = 1;\n";
  const hash = createHash("sha256").update(script).digest("base64");
  const page = guardedPage(
    `<html><head><title>t</title></head><body><script type="module">${script}</script></body></html>`,
  );
  expect(page).toMatch(/^<html><head>\n<meta http-equiv="Content-Security-Policy" content="/);
  expect(page).toContain(`script-src 'sha256-${hash}'`);
  expect(page).toContain("connect-src 'none'");
});

test("a page of a site may run the site's scripts, and nothing ever becomes code", () => {
  const page = guardedPage('<html><head></head><body><script type="module" src="./a.js"></script></body></html>');
  expect(page).toContain("script-src 'self'");
  for (const scripts of [[], ["a"]]) {
    expect(policy(scripts)).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(policy(scripts)).toContain("default-src 'none'");
    expect(policy(scripts)).not.toMatch(/script-src[^;]*unsafe/);
  }
});

test("a page without a head is refused", () => {
  expect(() => guardedPage("<p>none</p>")).toThrow(
    new RangeError("notebooks: a page must have a <head>; there is none"),
  );
});
