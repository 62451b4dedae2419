import { expect, test } from "vitest";

test("these tests run in a page of Chromium that reaches no other host", async () => {
  expect(navigator.userAgent).toContain("Chrome/");
  await expect(fetch("https://example.com/")).rejects.toThrow();
});
