/** An `@example` of a docstring: where it stands, its code, and what it says that each line prints. */
export interface Example {
  name: string;
  code: string;
  shown: string[];
}

/** The examples in the docstrings of a source, each named after the function below it. */
export function examplesOf(path: string, text: string): Example[] {
  const docstrings = [...text.matchAll(/^\/\*\*\n((?: \*.*\n)*?) \*\/\n(.*)/gm)];
  return docstrings.flatMap(([, lines, below]) => {
    const plain = lines.replaceAll(/^ \* ?/gm, "");
    const name = /(?:function|const) (\w+)/.exec(below)?.[1] ?? below;
    return [...plain.matchAll(/^@example\n```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => ({
      name: `${path}: ${name}`,
      code,
      shown: [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, value]) => value),
    }));
  });
}
