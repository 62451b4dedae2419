/** Pages show commands too, and may import from models/ alone: so it stands there. */
export { shellWords } from "../../models/core/shell.ts";
