import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { textKeys } from "../../models/core/keys.ts";
import { network as fromRows } from "../../models/core/network.ts";
import { generate } from "../../models/networks/specification.ts";
import { adjacencyView } from "../../notebooks/views/adjacency.ts";
import { cascadeTree } from "../../notebooks/views/cascade-tree.ts";
import { explorer } from "../../notebooks/views/explorer.ts";
import { networkView } from "../../notebooks/views/network.ts";
import { networkDownloads } from "../../notebooks/views/network-downloads.ts";
import { player } from "../../notebooks/views/player.ts";
import { positions } from "../../notebooks/views/positions.ts";
import { positionsInWorker } from "../../notebooks/views/positions-worker.ts";
import "../../notebooks/views/views.css";
import { drawn, eachAfresh, shown } from "../support/in-page.ts";
import { club, rings } from "../support/rings-shown.ts";

eachAfresh();

const markup = "<img src=x onerror=document.title='ran'>";
const named = fromRows({
  directed: false,
  out: { offsets: Uint32Array.of(0, 1, 2), targets: Uint32Array.of(1, 0), weights: null },
  keys: textKeys([markup, "b"]),
});

test("names from a file are text in every view", async () => {
  const view = await rings({ network: named, centre: markup });
  await userEvent.click(view.querySelector<HTMLElement>("summary")!);
  const tree = shown(cascadeTree({ when: [0, 1], through: [-1, 0], keys: named.keys, caption: markup }));
  await drawn(tree, ".person");
  await userEvent.click(tree.querySelector<HTMLElement>("summary")!);
  expect(document.querySelector("img")).toBeNull();
  expect(tree.querySelector("tbody")).toHaveProperty("textContent", `${markup}0nobody1b1${markup}0`);
});

test("a cascade shows whom it has reached by the player's moment", async () => {
  const when = [0, 1, 1, 2, -1];
  const shared = shown(player({ length: 4 }));
  const tree = shown(
    cascadeTree({ when, through: [-1, 0, 0, 1, -1], keys: { key: (i) => `p${i}` }, caption: "Look.", player: shared }),
  );
  await drawn(tree, ".person");
  const there = (): string[] =>
    [...tree.querySelectorAll(".person:not(.later)")].map((dot) => dot.getAttribute("data-node") ?? "");
  expect(there()).toEqual(["0"]);
  shared.value = 1;
  expect(there()).toEqual(["0", "1", "2"]);
  expect(tree.querySelector(".now")!.textContent).toBe("step 1: 2 newly reached, 3 of 4 so far.");
  expect(
    [tree.querySelectorAll("rect.person"), tree.querySelectorAll("circle.person")].map(({ length }) => length),
  ).toEqual([1, 3]);
  expect(document.querySelectorAll(".player")).toHaveLength(1);
});

test("folded people are counted in the picture and in words", async () => {
  const tree = shown(
    cascadeTree({
      when: [0, ...new Array<number>(500).fill(1)],
      through: [-1, ...new Array<number>(500).fill(0)],
      keys: { key: String },
      caption: "",
      most: 101,
    }),
  );
  await drawn(tree, ".fold");
  expect([...tree.querySelectorAll("text.name")].map(({ textContent }) => textContent)).toContain("+ 400");
  expect(tree.querySelector(".now")!.textContent).toBe(
    "step 1: 500 newly reached, 501 of 501 so far. 101 people are drawn, 400 are folded into 1 count.",
  );
  expect(tree.player.value).toBe(1);
});

test("a cascade that does not fit is refused", () => {
  expect(() =>
    cascadeTree({ when: [0, 5], through: [-1, 0], keys: { key: String }, caption: "", player: player({ length: 3 }) }),
  ).toThrow("cascade: when must be at most 2, the player's last moment, got 5");
  expect(() => cascadeTree({ when: [0], through: [-1], keys: { key: String }, caption: "", most: 0 })).toThrow(
    "cascade: most must be a whole number of at least 1, got 0",
  );
});

test("a matrix tells each pair under the arrow keys, and is ordered anew on request", async () => {
  const view = shown(
    adjacencyView({ network: named, order: "key", caption: "Look.", columns: { has: { frames: [[0, 1]] } } }),
  );
  await drawn(view, "path.cells");
  expect(view.querySelectorAll("img")).toHaveLength(0);
  const told = (): string => view.querySelector(".now")!.textContent;
  const usual = "A filled cell means: the person of the row and that of the column are tied; each tie is there twice.";
  expect(told()).toBe(usual);
  view.svg.focus();
  await userEvent.keyboard("{ArrowDown}{ArrowRight}");
  expect(told()).toBe(`${markup} and b: tied`);
  await userEvent.keyboard("{Escape}");
  expect(told()).toBe(usual);
  let orders = "";
  view.addEventListener("input", () => (orders += view.value));
  await userEvent.selectOptions(view.querySelector("select")!, "degree");
  expect([
    orders,
    view.svg.getAttribute("aria-label")?.startsWith("Matrix of 2 people and 1 ties, ordered by degree."),
  ]).toEqual(["degree", true]);
});

test("what is too large for a matrix is refused", () => {
  expect(() => adjacencyView({ network: generate("ring:nodes=201", 1), caption: "" })).toThrow(
    "adjacency: a network must have at most 200 nodes to be read as a matrix, got 201",
  );
  expect(() =>
    adjacencyView({
      network: named,
      caption: "",
      columns: {
        has: {
          frames: [
            [0, 1],
            [1, 1],
          ],
        },
      },
    }),
  ).toThrow("adjacency: columns must have one moment, got 2");
});

test("a person is found by key in a network to walk in, with what is known of them and whom they are tied to", async () => {
  const people = generate("les-miserables", 1);
  const view = shown(
    explorer({
      network: people,
      positions: positions(people),
      columns: { odd: { frames: [Uint8Array.from(people.nodes, (i) => i % 2)], labels: { 0: "even", 1: "odd" } } },
      caption: "Look.",
    }),
  );
  await view.ready;
  const seen: (string | undefined)[] = [];
  view.addEventListener("input", () => seen.push(view.value));
  await userEvent.fill(view.querySelector<HTMLInputElement>('input[type="text"]')!, "Gribier");
  await userEvent.keyboard("{Enter}");
  const gribier = people.keys.find("Gribier");
  expect(view.querySelector(".facts p")!.textContent).toBe(`Gribier. odd: ${gribier % 2 === 1 ? "odd" : "even"}.`);
  const [only] = view.querySelectorAll<HTMLButtonElement>(".facts button");
  expect(only.textContent).toBe("Fauchelevent");
  await userEvent.click(only);
  await userEvent.keyboard("{Escape}");
  expect(seen).toEqual(["Gribier", "Fauchelevent", undefined]);
  expect([...view.querySelectorAll(".tools button")].map(({ textContent }) => textContent)).toEqual([
    "Zoom in",
    "Zoom out",
    "Show all",
  ]);
  expect(() => explorer({ network: people, positions: new Float32Array(2), columns: {}, caption: "" })).toThrow(
    "explorer: positions must be 154 numbers, got 2",
  );
});

test("a network to walk in is saved: all of it as a drawing, and what is in sight as a picture", async () => {
  const people = generate("les-miserables", 1);
  const view = shown(
    explorer({
      network: people,
      positions: positions(people),
      columns: { odd: { frames: [Uint8Array.from(people.nodes, (i) => i % 2)], labels: { 0: "even", 1: "odd" } } },
      caption: "Look.",
    }),
  );
  expect(view.canvas.width).toBe(0);
  await view.ready;
  const dots = [...view.drawing().querySelectorAll("path[stroke-linecap]")].reduce(
    (sum, path) => sum + path.getAttribute("d")!.split("M").length - 1,
    0,
  );
  expect(dots).toBe(77);
  const { canvas } = view;
  const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set(Array.from({ length: data.length / 4 }, (_, at) => data.slice(4 * at, 4 * at + 3).join()));
  expect(colours.size).toBeGreaterThan(3); // ground, ties, and two kinds of people
});

test("without WebGL a still network stands there and says why", async () => {
  const get = vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementationOnce(() => null);
  const view = shown(
    explorer({
      network: club,
      positions: positions(club),
      columns: { all: { frames: [new Uint8Array(34)] } },
      caption: "Look.",
    }),
  );
  get.mockRestore();
  await view.ready;
  expect([view.walkable, view.querySelector(".now")!.textContent]).toEqual([
    false,
    "This browser has no WebGL, so the network cannot be walked about in; it stands still.",
  ]);
});

test("positions made in a worker are those made in the page, and a signal ends it", async () => {
  const shares: number[] = [];
  expect(await positionsInWorker(club, { progress: (share) => shares.push(share) })).toEqual(positions(club));
  expect(shares.length).toBeGreaterThan(10);
  const stop = new AbortController();
  const made = positionsInWorker(generate("grid:rows=60,columns=60", 1), { signal: stop.signal });
  stop.abort(new Error("enough"));
  await expect(made).rejects.toThrow("enough");
});

test("a network is saved as it stands at the moment, each person in the colour of their value", async () => {
  const view = shown(
    networkView({
      network: club,
      positions: positions(club),
      columns: { stands: { frames: [new Uint8Array(34), Uint8Array.from(club.nodes, (i) => (i < 5 ? 1 : 0))] } },
      caption: "Look.",
    }),
  );
  view.player.value = 1;
  const buttons = networkDownloads({ name: "Club", network: club, view });
  expect(buttons.files.map(({ file }) => file)).toEqual(["club.svg"]);
  const text = buttons.files[0].make() as string;
  const read = new DOMParser().parseFromString(text, "image/svg+xml");
  const [ties, ...people] = [...read.querySelectorAll("path")].map((path) => [
    path.getAttribute("stroke"),
    path.getAttribute("d")!.split("M").length - 1,
  ]);
  expect(ties[1]).toBe(club.edges);
  expect(people).toEqual([
    ["#b9c1ca", 29],
    ["#0072b2", 5],
  ]);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  expect(read.querySelector("rect")!.getAttribute("fill")).toBe("white");
});

test("with too many ties for a drawing the picture is saved, and why is said", async () => {
  const large = generate("ring:nodes=20001", 1);
  const view = shown(
    networkView({
      network: large,
      positions: new Float32Array(40_002).fill(0.5),
      columns: { all: { frames: [new Uint8Array(20_001)] } },
      caption: "Look.",
    }),
  );
  await vi.waitFor(() => expect(view.canvas.getAttribute("aria-label")).not.toBeNull(), 10_000);
  expect(() => view.drawing()).toThrow(`network drawing: a network must have at most 20000 ties, got ${large.edges}`);
  const buttons = networkDownloads({ name: "Ring", network: large, view });
  expect(buttons.files.map(({ file }) => file)).toEqual(["ring.png"]);
  expect([...new Uint8Array(buttons.files[0].make() as ArrayBuffer).slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  expect(buttons.textContent).toContain("above 20,000 the picture is saved as PNG");
});
