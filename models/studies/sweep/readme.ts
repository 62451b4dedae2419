import { type Results } from "./results.ts";

/** Describes the files of a results folder, and how to repeat and cite it. */
export function readme({ title, command, cite, seed, key, version, model }: Results): string {
  return `# ${title}

| file | holds |
| --- | --- |
| report.html | the report; opens in any browser and loads nothing from the network |
| rows.parquet, rows.csv | one row per world; \`key\` identifies the run: model, its code, parameters, network and seed |
| summary.csv | each measure at each point of the design, with its 95 % interval |
| results.json | the same for machines, with the paired differences |
| charts/ | the charts of the report, as SVG and PNG |
| job.json | the request, and what the results depend on |

## Repeat
    ${command}

or, byte for byte, \`npm run -s ovation -- rerun <this folder>\`. Seed ${seed}, key ${key}, Ovation ${version}.

## Cite
${cite}
The model ${model.name} is from ${model.source}.
`;
}
