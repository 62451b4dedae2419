import { type Command, Option } from "commander";
import { type FitOptions } from "../engine/fit.ts";

export function addFit(program: Command): void {
  program
    .command("fit <model> <series>")
    .description("estimates a model's parameters from a series of adoptions, with standard errors")
    .addOption(
      new Option(
        "--method <method>",
        "nls: adoptions of each period; ols: the regression of 1969; density: the slope at its end",
      )
        .choices(["nls", "ols", "density"])
        .default("nls"),
    )
    .option("--json", "one JSON document on standard output")
    .addHelpText(
      "after",
      "\nThe series is one that comes with the project (room-air-conditioners, color-televisions, clothes-dryers,\n" +
        "ultrasound, mammography, foreign-language, accelerated-program, vcr-us) or a table with a row a period,\n" +
        "as sales.csv or sales.csv?column=units.\n" +
        "\nExample: ovation fit bass room-air-conditioners",
    )
    .action(async (model: string, series: string, options: FitOptions) => {
      const { fit } = await import("../engine/fit.ts");
      await fit(model, series, options);
    });
}
