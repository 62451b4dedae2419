import { aligned, answer, say } from "../cli/output.ts";
import { fullScale } from "./full-scale.ts";

/** `npm run full-scale`: the Vocalpoint claim at full size, and a tenth and a hundredth of it beside it. */
const CUSTOMERS = [150_000, 1_500_000, 15_000_000];
const round = (value: number): string => Math.round(value).toLocaleString("en");

const rows = [["customers", "arcs", "network s", "two arms s", "ledger s", "seconds a million", "GB", "contacts", "reach 1", "reach 2", "reach 3", "told 1", "told 2", "told 3"]];
for (const customers of CUSTOMERS) {
  say(`${round(customers)} customers …`);
  const { arcs, outcome, phases } = await fullScale({ customers, advocates: customers / 25, contacts: 25, weeks: 26, seed: "1" });
  const seconds = phases.map((phase) => phase.seconds);
  const most = Math.max(...phases.map(({ gigabytes }) => gigabytes));
  const total = seconds.reduce((sum, part) => sum + part, 0);
  const { contacts, reach1, reach2, reach3, told1, told2, told3 } = outcome;
  rows.push([round(customers), round(arcs), ...seconds.map((part) => part.toFixed(1)), ((total * 1e6) / customers).toFixed(1), most.toFixed(2), ...[contacts, reach1, reach2, reach3, told1, told2, told3].map(round)]);
}
answer(aligned(rows, rows[0].map((_, column) => column)));
