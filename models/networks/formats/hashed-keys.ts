import { network, type Network, textKeys } from "../../core/index.ts";

/**
 * The network with each name replaced by a keyed digest (HMAC-SHA-256 under `secret`, 32 hexadecimal digits): the same
 * name and secret give the same digest, so files can still be joined. It hides names, not identities: who is tied to
 * whom, and every column, stay as they were, and a person may be known by those. Whoever has the secret can try names.
 * Throws `RangeError` on an empty secret.
 */
export async function hashKeys(open: Network, secret: string): Promise<Network> {
  if (secret === "") throw new RangeError("hashKeys: the secret must hold something, got nothing");
  const encoder = new TextEncoder();
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const texts: string[] = [];
  for (let i = 0; i < open.size; i++) {
    const digest = new Uint8Array(await subtle.sign("HMAC", key, encoder.encode(open.keys.key(i))));
    texts.push(Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  return network({
    directed: open.directed,
    out: open.out,
    in: open.in,
    keys: textKeys(texts),
    attributes: { ...open.attributes },
    tieColumns: { ...open.tieColumns },
  });
}
