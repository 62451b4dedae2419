import temml from "temml";
import { type Html, trusted } from "../telling/page/html.ts";

/**
 * A formula in TeX as MathML, which browsers set by themselves, without a font or a script of ours.
 * Throws `RangeError` where the TeX cannot be read.
 */
export function formula(tex: string): Html {
  try {
    return trusted(temml.renderToString(tex, { displayMode: true, throwOnError: true, strict: true }));
  } catch (error) {
    throw new RangeError(
      `formula: must be TeX, got ${tex}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/**
 * What MathML needs of a style: a font for mathematics where there is one, rows that line up, and bars over letters.
 */
export const FORMULA_STYLE = `
math{font-family:"Cambria Math","STIX Two Math","Latin Modern Math","TeX Gyre DejaVu Math","DejaVu Math TeX Gyre","Noto Sans Math",math;font-size:1.06em;line-height:normal}
.tml-right{text-align:right;text-align:-webkit-right}.tml-left{text-align:left;text-align:-webkit-left}
.tml-jot>mtr>mtd{padding-top:.6ex;padding-bottom:.6ex}
menclose.tml-overline{padding-top:.1em;border-top:.065em solid}
`;
