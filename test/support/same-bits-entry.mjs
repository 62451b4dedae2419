import { register } from "tsx/esm/api";

// A worker thread starts as plain JavaScript; from here on it reads TypeScript like the rest.
register();
const { sameBits } = await import(new URL("./same-bits.ts", import.meta.url).href);
export default sameBits;
