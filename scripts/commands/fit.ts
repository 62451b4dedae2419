import { command } from "../cli/command.ts";
import { choice, file, text } from "../cli/kinds.ts";
import { json } from "../cli/options.ts";

const series = async (): Promise<string[]> => {
  const { adoptionSeries } = await import("../../data/series/adoptions.ts");
  return Object.keys(adoptionSeries);
};

export const fit = command({
  name: "fit",
  about: "estimates a model's parameters from a series of adoptions, with standard errors",
  arguments: {
    model: text({ words: ["bass"], about: "the model to fit: bass" }),
    series: file({ words: series, about: "a series that comes with the project, or a table with a row a period" }),
  },
  options: {
    method: choice(["nls", "ols", "density"], {
      takes: "method",
      fallback: "nls",
      about: "nls: adoptions of each period; ols: the regression of 1969; density: the slope at its end",
    }),
    json,
  },
  notes:
    "The series is one that comes with the project (room-air-conditioners, color-televisions, clothes-dryers,\n" +
    "ultrasound, mammography, foreign-language, accelerated-program, vcr-us) or a table with a row a period,\n" +
    "as sales.csv or sales.csv?column=units. Rows are put in the order of a column such as year, month or date\n" +
    "(?time=column; ?time=none takes them as they stand); a period that is missing or comes twice is refused.",
  examples: ["fit bass room-air-conditioners"],
  async act({ model, series: wanted, ...options }) {
    const fitting = await import("./fit/adoptions.ts");
    await fitting.fit(model, wanted, options);
  },
});
