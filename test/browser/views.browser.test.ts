import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { standingOvation } from "../../models/cascades/standing-ovation.ts";
import { start } from "../../models/core/index.ts";
import { compensatedTotal } from "../../models/statistics/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { downloads, svgText } from "../../notebooks/views/download.ts";
import { record } from "../../notebooks/views/frames.ts";
import { networkView } from "../../notebooks/views/network.ts";
import { player } from "../../notebooks/views/player.ts";
import { positions } from "../../notebooks/views/positions.ts";
import { theatreView } from "../../notebooks/views/theatre.ts";
import "../../notebooks/views/views.css";
import { eachAfresh, prefer, shown } from "../support/in-page.ts";

const press = (name: string): Promise<void> => userEvent.click(page.getByRole("button", { name, exact: true }));
eachAfresh();

test("step, scrub and keys move the moment within its ends, each change told once", async () => {
  const made = shown(player({ length: 4 }));
  const seen: number[] = [];
  made.addEventListener("input", () => seen.push(made.value));
  expect(page.getByRole("button", { name: "Step back" }).element()).toHaveProperty("disabled", true);
  await press("Step forward");
  await press("Step forward");
  await press("Step back");
  made.querySelector<HTMLInputElement>('[type="range"]')!.focus();
  await userEvent.keyboard("{End}");
  expect(seen).toEqual([1, 2, 1, 3]);
  expect(page.getByRole("button", { name: "Step forward" }).element()).toHaveProperty("disabled", true);
  expect(made.querySelector("output")!.textContent).toBe("step 3 of 3");
  made.value = 0;
  expect(seen.at(-1)).toBe(0);
  expect(() => (made.value = 4)).toThrow("player: moment must be a whole number from 0 to 3, got 4");
  expect(() => player({ length: 0 })).toThrow("player: length must be a whole number of at least 1, got 0");
});

test("nothing moves before play is pressed; played, it comes to the end in order, stops, and begins again", async () => {
  const made = shown(player({ length: 5, speed: 60 }));
  const seen: number[] = [];
  made.addEventListener("input", () => seen.push(made.value));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen).toEqual([]);
  await press("Play");
  await vi.waitFor(() => expect(made.playing).toBe(false), 10_000);
  expect(made.value).toBe(4);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  made.play();
  expect([made.value, made.playing]).toEqual([0, true]);
  made.pause();
  expect(made.playing).toBe(false);
});

test("out of the page it stops by itself", async () => {
  const made = shown(player({ length: 1000, speed: 1 }));
  made.play();
  made.remove();
  await vi.waitFor(() => expect(made.playing).toBe(false), 10_000);
});

test("who asks for less motion gets a moment a second at first", async () => {
  await prefer("prefers-reduced-motion", "reduce");
  expect(player({ length: 2, speed: 30 }).querySelector("select")!.value).toBe("1");
  await prefer("prefers-reduced-motion", "no-preference");
  expect(player({ length: 2, speed: 30 }).querySelector("select")!.value).toBe("30");
});

const pair = generate("path:nodes=2", 1);
const apart = Float32Array.of(0, 0.5, 1, 0.5);
/** The colour in the middle of node i of a canvas, once it has been drawn. */
async function colourAt(view: HTMLElement, i: number): Promise<string> {
  const canvas = view.querySelector("canvas")!;
  await vi.waitFor(() => expect(canvas.getAttribute("aria-label")).toMatch(/, step \d+\. /), 10_000); // once it is drawn
  const side = Math.min(canvas.width, canvas.height) - 20;
  const [x, y] = [(canvas.width - side) / 2 + apart[2 * i] * side, canvas.height / 2];
  return [...canvas.getContext("2d")!.getImageData(x, y, 1, 1).data.slice(0, 3)]
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("");
}
const light = { neutral: "b9c1ca", blue: "0072b2", vermilion: "d55e00", pale: "d3dde7", strong: "08306b" };

test("a node has the colour of its state at the moment, and the picture says so in words", async () => {
  const view = shown(
    networkView({
      network: pair,
      positions: apart,
      columns: {
        when: {
          frames: [
            [-1, 0],
            [1, 0],
          ],
        },
        owed: {
          frames: [
            [0, 0.5],
            [NaN, 1],
          ],
        },
      },
      caption: "Who was reached.",
    }),
  );
  expect([await colourAt(view, 0), await colourAt(view, 1)]).toEqual([light.neutral, light.blue]);
  view.player.value = 1;
  expect([await colourAt(view, 0), await colourAt(view, 1)]).toEqual([light.vermilion, light.blue]);
  expect(view.querySelector("canvas")!.getAttribute("aria-label")).toBe(
    "Network of 2 nodes and 1 ties, step 1. -1: 0, 0: 1, 1: 1",
  );
  await userEvent.selectOptions(view.querySelector<HTMLSelectElement>("p.column select")!, "owed");
  expect(await colourAt(view, 1)).toBe(light.strong);
  expect(view.querySelector(".now")!.textContent).toBe("least 1, mean 1, most 1, 1 missing");
  expect(view.querySelector("figcaption")!.textContent).toBe("Who was reached.");
});

test("in a column of steps never is apart from the ramp", async () => {
  const steps = [8, -1, 0, 1, 2, 3, 4, 5, 6, 7];
  const view = shown(
    networkView({
      network: generate("path:nodes=10", 1),
      positions: Float32Array.of(...apart, ...apart, ...apart, ...apart, ...apart).map((place, at) =>
        at < 4 ? place : 0.2,
      ),
      columns: { reached: { frames: [steps, steps.map(() => -1)] } },
      caption: "",
    }),
  );
  expect([await colourAt(view, 0), await colourAt(view, 1)]).toEqual([light.strong, light.neutral]);
  expect(view.querySelector(".now")!.textContent).toBe("least 0, mean 4, most 8, 1 never");
  expect([...view.querySelectorAll(".legend li")].map(({ textContent }) => textContent)).toEqual(["0", "8", "never"]);
  view.player.value = 1;
  expect(view.querySelector(".now")!.textContent).toBe("10 never");
});

test("light and dark each have colours of their own, and the picture follows", async () => {
  const view = shown(
    networkView({ network: pair, positions: apart, columns: { stands: { frames: [[0, 1]] } }, caption: "" }),
  );
  expect(await colourAt(view, 1)).toBe(light.blue);
  await prefer("prefers-color-scheme", "dark");
  await vi.waitFor(async () => expect(await colourAt(view, 1)).toBe("4aa6e0"), 10_000);
  view.style.setProperty("--view-1", "#010203"); // the page's own colour wins
  await prefer("prefers-color-scheme", "light");
  await vi.waitFor(async () => expect(await colourAt(view, 1)).toBe("010203"), 10_000);
});

test("what does not fit the network is refused", () => {
  const columns = { stands: { frames: [[0, 1]] } };
  expect(() => networkView({ network: pair, positions: new Float32Array(2), columns, caption: "" })).toThrow(
    "network view: positions must be 4 numbers, got 2",
  );
  expect(() =>
    networkView({ network: pair, positions: apart, columns: { stands: { frames: [[0, 1], [0]] } }, caption: "" }),
  ).toThrow("network view: stands must have 2 values at moment 1, got 1");
  expect(() =>
    networkView({ network: pair, positions: apart, columns, caption: "", player: player({ length: 3 }) }),
  ).toThrow("network view: stands must have 3 moments, got 1");
  expect(() => networkView({ network: pair, positions: apart, columns: {}, caption: "" })).toThrow(
    "network view: needs a column with a moment at least",
  );
});

test("the picture as text has a line for each moment, fifty or so at most", async () => {
  const made = (length: number): HTMLElement =>
    shown(
      networkView({
        network: pair,
        positions: apart,
        columns: {
          stands: { frames: Array.from({ length }, (_, t) => [0, t % 2]), labels: { 0: "sits", 1: "stands" } },
        },
        caption: "",
      }),
    );
  const lines = async (view: HTMLElement): Promise<string[]> => {
    await vi.waitFor(
      () =>
        expect(
          view.querySelector(".as-text")?.isConnected && view.querySelector("canvas")!.hasAttribute("aria-label"),
        ).toBe(true),
      10_000,
    );
    await userEvent.click(view.querySelector<HTMLElement>(".as-text summary")!);
    await vi.waitFor(() => expect(view.querySelector("tbody")).not.toBeNull(), 10_000);
    return [...view.querySelectorAll("tbody tr")].map(({ textContent }) => textContent);
  };
  expect(await lines(made(2))).toEqual(["0sits: 2, stands: 0", "1sits: 1, stands: 1"]);
  document.body.replaceChildren();
  const many = await lines(made(102));
  expect([many.length, many[1], many.at(-1)]).toEqual([35, "3sits: 1, stands: 1", "101sits: 1, stands: 1"]);
});

test("a recording is the world of the command line, column by column", () => {
  const network = generate("karate", 1);
  const job = { parameters: { seeds: ["1"], probability: 0.3 }, seed: "7", world: 3 };
  const { columns, measures, complete } = record(independentCascade, network, { ...job, columns: ["reached"] });
  const world = start(independentCascade, network, job);
  for (let t = 0; t < columns.reached.length; t++) {
    expect(columns.reached[t]).toEqual(world.state.reached);
    expect(measures[t]).toEqual(world.measure());
    world.step();
  }
  expect([world.resting, complete]).toEqual([true, true]);
  expect(record(independentCascade, network, { ...job, columns: ["reached"], most: 2 })).toMatchObject({
    complete: false,
    columns: { reached: { length: 2 } },
  });
});

test("seats show who stands by shape and colour, the front row nearest the stage", () => {
  const view = shown(
    theatreView({
      rows: 2,
      columns: 3,
      standing: [
        [1, 0, 0, 0, 0, 0],
        [1, 1, 0, 0, 0, 1],
      ],
      perceived: [0, 0.1, 0.2, 0.5, 0.8, 1],
      caption: "Watch the front.",
    }),
  );
  const seats = [...view.svg.querySelectorAll<SVGPathElement>("[data-shade]")];
  const standing = (): number[] => seats.flatMap((seat, i) => (seat.getAttribute("class") === "stands" ? [i] : []));
  expect(standing()).toEqual([0]);
  expect(seats[0].getAttribute("d")).not.toBe(seats[1].getAttribute("d"));
  expect(getComputedStyle(seats[0]).fill).toBe("rgb(0, 114, 178)");
  view.player.value = 1;
  expect(standing()).toEqual([0, 1, 5]);
  expect(view.svg.getAttribute("aria-label")).toBe("Theatre of 2 rows of 3 seats, sweep 1. sits: 3, stands: 3");
  expect(seats[0].getBoundingClientRect().top).toBeGreaterThan(seats[3].getBoundingClientRect().top);
  expect(seats.map((seat) => seat.getAttribute("data-shade"))).toEqual(["0", "0", "1", "2", "4", "4"]);
  expect(() => theatreView({ rows: 2, columns: 2, standing: [[1]], caption: "" })).toThrow(
    "theatre: standing must have 4 values at moment 0, got 1",
  );
  expect(() => theatreView({ rows: 0, columns: 2, standing: [[]], caption: "" })).toThrow(
    "theatre: rows must be a whole number of at least 1, got 0",
  );
});

test("one player moves several views", () => {
  const network = generate("seats:rows=6,columns=5", 1);
  const { columns } = record(standingOvation, network, { columns: ["standing"], seed: "5", steps: 4 });
  const shared = shown(player({ length: columns.standing.length, unit: "sweep" }));
  const options = { rows: 6, columns: 5, standing: columns.standing, caption: "", player: shared };
  const [theatre, again] = [shown(theatreView(options)), shown(theatreView(options))];
  shown(
    networkView({
      network,
      positions: positions(network),
      columns: { standing: { frames: columns.standing } },
      caption: "",
      player: shared,
    }),
  );
  expect(document.querySelectorAll(".player")).toHaveLength(1);
  shared.value = shared.length - 1;
  const stand = compensatedTotal(columns.standing.at(-1)!);
  for (const view of [theatre, again]) expect(view.querySelectorAll(".stands")).toHaveLength(stand);
});

test("a drawing as a file looks as it does in the page and carries no script", async () => {
  const view = shown(theatreView({ rows: 1, columns: 2, standing: [[1, 0]], caption: "" }));
  view.svg.append(document.createElementNS("http://www.w3.org/2000/svg", "script"));
  const text = svgText(view.svg);
  const read = new DOMParser().parseFromString(text, "image/svg+xml");
  expect(read.querySelector("parsererror, script")).toBeNull();
  expect([...read.querySelectorAll("path")].slice(0, 2).map((seat) => seat.getAttribute("fill"))).toEqual([
    "rgb(0, 114, 178)",
    "rgb(185, 193, 202)",
  ]);
  expect([read.documentElement.getAttribute("width"), text.includes("var(")]).toEqual(["40", false]);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode(); // alone, it is a picture
});

test("buttons save both under a name that every file system takes", async () => {
  const view = shown(theatreView({ rows: 1, columns: 1, standing: [[1]], caption: "" }));
  shown(downloads({ name: "Who stands: 1/2?", chart: view, rows: () => [{ name: "=1+1", share: 0.5 }] }));
  const saved: { name: string; text: Promise<string> }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: fetch(this.href).then((answer) => answer.text()) });
  });
  await press("Save as SVG: Who stands: 1/2?");
  await press("Save as CSV: Who stands: 1/2?");
  click.mockRestore();
  expect(saved.map(({ name }) => name)).toEqual(["who-stands-1-2.svg", "who-stands-1-2.csv"]);
  expect(await saved[0].text).toContain("<svg");
  expect(await saved[1].text).toBe("name,share\n'=1+1,0.5\n");
});
