/** Pages show commands too and import only from models/, so the function is there. */
export { shellWords } from "../../models/core/shell.ts";
