import readSheets, { type CellValue, type Sheet } from "read-excel-file/universal";
import { unknownName } from "../../core/index.ts";
import { type OpenOptions } from "./open-options.ts";
import { plural, shown } from "./text.ts";

const USUAL = {
  ties: /^(?:ties|edges?|links?|relations?|relationships?|referrals?|arcs?|connections?|network)$/i,
  people: /^(?:people|persons?|nodes?|customers?|members?|users?|vertices|actors?|contacts?)$/i,
};

/**
 * One sheet of an Excel workbook as a table of text: the one called `part`, else one with a usual name for ties or
 * people, else the first. Numbers are written whole, dates as 2020-01-31, empty cells as nothing. Throws `RangeError`
 * where there is no such sheet, and for a workbook that cannot be read.
 */
export async function sheetText(
  name: string,
  bytes: Uint8Array,
  { part, kind }: OpenOptions,
): Promise<{ text: string; told: string[] }> {
  const sheets = await readSheets(new Uint8Array(bytes).buffer).catch((error: unknown) => {
    throw new RangeError(`${name}: a workbook must be one that Excel can open, got a damaged one`, { cause: error });
  });
  const chosen = sheetOf(name, sheets, part, kind);
  const told = sheets.length > 1 ? [`read: sheet ${shown(chosen.sheet)} of ${plural(sheets.length, "sheet")}`] : [];
  return { text: chosen.data.map((row) => row.map(cellText).join(",")).join("\n"), told };
}

function sheetOf(name: string, sheets: readonly Sheet[], part: string | undefined, kind: OpenOptions["kind"]): Sheet {
  const found =
    part === undefined
      ? (sheets.find(({ sheet }) => USUAL[kind].test(sheet.trim())) ?? sheets[0])
      : sheets.find(({ sheet }) => sheet === part);
  if (found) return found;
  const names = sheets.map(({ sheet }) => sheet);
  throw new RangeError(`${name}: ${unknownName(part ?? "", "a sheet of the workbook", names)}`);
}

function cellText(value: CellValue | null): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00.000Z$/, "");
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value).toString();
  const text = String(value);
  return /["\r\n,]|^\s|\s$|^[#%/]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
