import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { hashKeys } from "../../../models/networks/formats/hashed-keys.ts";
import { reading } from "../../support/network-files.ts";

test("names become keyed digests, the same for the same secret; ties stay", async () => {
  const { network } = reading("ann,bob\nbob,é\n", "csv");
  const hashed = await hashKeys(network, "salt");
  const digest = (key: string): string => createHmac("sha256", "salt").update(key).digest("hex").slice(0, 32);
  expect(hashed.keys.texts).toEqual(["ann", "bob", "é"].map(digest));
  expect(hashed.out.targets).toEqual(network.out.targets);
  expect((await hashKeys(network, "other")).keys.texts).not.toEqual(hashed.keys.texts);
  await expect(hashKeys(network, "")).rejects.toThrow("hashKeys: the secret must hold something, got nothing");
});
