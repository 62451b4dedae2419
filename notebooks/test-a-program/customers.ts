import { element } from "../element.ts";
import { exact } from "../exact.ts";
import { type Compared } from "./comparing.ts";

/** Who the customers are, and how their rows were repaired; empty before they are read. */
export function customersRead({ job }: Compared): HTMLElement {
  if (!job) return element("div");
  const { spec, people, ties, meanContacts, told } = job.customers;
  return element(
    "div",
    { class: "customers-read" },
    element(
      "p",
      { class: "finding" },
      "The customers: ",
      exact(people),
      " people and ",
      exact(ties),
      " ties from ",
      element("code", {}, spec),
      ", ",
      exact(meanContacts),
      " contacts each on average.",
    ),
    ...(told.length === 0 ? [] : [element("ul", {}, ...told.map((sentence) => element("li", {}, sentence)))]),
  );
}
