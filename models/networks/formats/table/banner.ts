/** What the comments above a table say of it. */
export interface Banner {
  directed: boolean | undefined;
  /** Whether the two columns are of two modes, numbered each on its own. */
  twoMode: boolean;
  /** Whether the third column is a weight, where the banner says; a fourth is then a time. */
  weighted: boolean | undefined;
}

const KONECT = /^%\s*(sym|asym|bip)\b\s*(\w*)/i;
/** Kinds of weights of KONECT that are one for each tie or for each contact. */
const WEIGHTED = /^(?:pos|positive|posweighted|weighted|signed|multisigned|multiposweighted|multiweighted)$/i;

/** Reads the banners of SNAP (`# Directed graph`) and KONECT (`% asym positive`). */
export function bannerOf(comments: readonly string[]): Banner {
  for (const comment of comments) {
    const konect = KONECT.exec(comment);
    if (konect) {
      const [, kind, weights] = konect;
      return {
        directed: kind.toLowerCase() === "asym",
        twoMode: kind.toLowerCase() === "bip",
        weighted: weights === "" ? undefined : WEIGHTED.test(weights),
      };
    }
    const snap = /^#\s*(un)?directed\s+graph\b/i.exec(comment);
    if (snap)
      return { directed: (snap as (string | undefined)[])[1] === undefined, twoMode: false, weighted: undefined };
  }
  return { directed: undefined, twoMode: false, weighted: undefined };
}
