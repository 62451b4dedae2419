import { FACE, TEXT_SIZE } from "./theme.ts";

/** What every chart of Plot here shares. */
export const plotStyle = { fontFamily: FACE, fontSize: `${TEXT_SIZE}px`, background: "transparent" };

/** Ticks in full, thousands separated: Plot's own shorten nothing we would not. */
export const tickText = (value: number): string => {
  const text = String(Number(value.toPrecision(10)));
  const [whole, part] = text.replace("-", "").split(".");
  return text.includes("e")
    ? text
    : `${value < 0 ? "−" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${part ? `.${part}` : ""}`;
};
