import Graph from "graphology";
import Sigma from "sigma";
import { type Settings } from "sigma/settings";
import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { groundOf } from "./download.ts";
import { readColours } from "./palette.ts";
import { type Positions } from "./positions.ts";

export interface StageOptions {
  network: Network;
  positions: Positions;
  /** Where it is drawn; has a size. */
  box: HTMLElement;
  label: (i: number) => string;
  /** Colours at first. */
  colour: (i: number) => string;
  choose: (i: number | undefined) => void;
}

/** A network as sigma draws it. */
export interface Stage {
  readonly ready: Promise<void>;
  colour(of: (i: number) => string): void;
  /** Fades all but this person and their neighbours. */
  choose(i: number | undefined): void;
  visit(i: number): void;
  zoom(by: number): void;
  pan(right: number, up: number): void;
  fit(): void;
  /** What is in sight, on its ground; without a size before it is drawn. */
  picture(): HTMLCanvasElement;
  theme(): void;
  end(): void;
}

/** The page gets its turn after so many milliseconds of filling. */
const TURN = 30;
/** Nodes and ties handed over between looks at the clock. */
const BATCH = 500;
/** Of more ties each is paler, and none is drawn while the picture moves. */
const MANY = 10_000;

interface Look {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
}

export function stage({ network, positions, box, label, colour: first, choose }: StageOptions): Stage {
  const { size, edges, directed } = network;
  const graph = new Graph<Look>({ type: directed ? "directed" : "undirected", multi: false, allowSelfLoops: false });
  const radius = Math.min(7, Math.max(1.2, 120 / Math.sqrt(size)));
  let sigma: Sigma<Look> | undefined;
  let ended = false;
  let theme: Theme = { ink: "", ground: "", edge: "", faded: "" };

  async function fill(): Promise<void> {
    theme = themeOf(box, edges);
    await handOver(graph, network, (i) => ({
      x: positions[2 * i],
      y: 1 - positions[2 * i + 1],
      size: radius,
      color: first(i),
      label: label(i),
    }));
    if (ended) return;
    sigma = new Sigma<Look>(
      graph,
      box,
      settingsFor(edges, () => theme),
    );
    sigma.on("clickNode", ({ node }) => choose(Number(node)));
    sigma.on("clickStage", () => choose(undefined));
  }
  const ready = fill();
  return {
    ready,
    colour(of) {
      graph.updateEachNodeAttributes((node, look) => ({ ...look, color: of(Number(node)) }), { attributes: ["color"] });
    },
    choose(i) {
      const near = i === undefined ? undefined : new Set([String(i), ...graph.neighbors(String(i))]);
      sigma?.setSettings(near ? fading(graph, near, () => theme.faded) : { nodeReducer: null, edgeReducer: null });
    },
    ...cameraOf(() => sigma, size),
    picture: () => copyOf(sigma, theme.ground),
    theme() {
      theme = themeOf(box, edges);
      sigma?.setSetting("labelColor", { color: theme.ink });
      sigma?.setSetting("defaultEdgeColor", theme.edge);
    },
    end() {
      ended = true;
      sigma?.kill();
    },
  };
}

/** Moves of the camera: at once where the reader asks for less motion. */
function cameraOf(sigma: () => Sigma<Look> | undefined, size: number): Pick<Stage, "visit" | "zoom" | "pan" | "fit"> {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  function move(to: { x?: number; y?: number; ratio?: number; angle?: number }): void {
    const camera = sigma()?.getCamera();
    if (calm) camera?.setState(to);
    else void camera?.animate(to, { duration: 200 });
  }
  const ratioNow = (): number => sigma()?.getCamera().ratio ?? 1;
  return {
    visit(i) {
      const at = sigma()?.getNodeDisplayData(String(i));
      if (at) move({ x: at.x, y: at.y, ratio: Math.min(ratioNow(), size > 300 ? 0.25 : 0.6) });
    },
    zoom: (by) => move({ ratio: ratioNow() * by }),
    pan(right, up) {
      const state = sigma()?.getCamera().getState();
      if (state) move({ x: state.x + 0.15 * state.ratio * right, y: state.y + 0.15 * state.ratio * up });
    },
    fit: () => move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
  };
}

/** Adds all nodes, then all ties, letting the page have its turn between. */
async function handOver(
  graph: Graph<Look>,
  { size, out, directed }: Network,
  lookOf: (i: number) => Look,
): Promise<void> {
  const rest = restful();
  for (let i = 0; i < size; i++) {
    graph.addNode(String(i), lookOf(i));
    if (i % BATCH === 0) await rest();
  }
  for (let i = 0; i < size; i++) {
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++)
      if (directed || i < out.targets[e]) graph.addEdge(String(i), String(out.targets[e]));
    if (i % BATCH === 0) await rest();
  }
}

/** How sigma draws so many ties; colours follow the theme. */
const settingsFor = (edges: number, theme: () => Theme): Partial<Settings<Look>> => ({
  allowInvalidContainer: true,
  hideEdgesOnMove: edges > MANY,
  labelColor: { color: theme().ink },
  defaultEdgeColor: theme().edge,
  labelFont: "system-ui, sans-serif",
  labelRenderedSizeThreshold: 6,
  minEdgeThickness: edges > 5000 ? 0.4 : 1,
  zIndex: true,
  defaultDrawNodeHover: (context, node, { labelSize, labelFont }) =>
    drawHovered(context, node, theme(), labelSize, labelFont),
});

/** Colours of the page: of letters, of the ground, of ties, and of people who are faded. */
interface Theme {
  ink: string;
  ground: string;
  edge: string;
  faded: string;
}

function themeOf(box: HTMLElement, edges: number): Theme {
  const colour = readColours(box);
  const style = getComputedStyle(box);
  return {
    ink: style.color,
    ground: groundOf(box),
    edge: edges > MANY ? style.getPropertyValue("--frame") : colour("edge"),
    faded: colour(0),
  };
}

/** A person under the pointer: a ring around the disc, and the name on a ground of its own. */
function drawHovered(
  context: CanvasRenderingContext2D,
  { x, y, size, label }: { x: number; y: number; size: number; label?: string | null },
  { ink, ground }: Theme,
  letters: number,
  font: string,
): void {
  context.font = `${letters}px ${font}`;
  const width = label ? context.measureText(label).width + size + 10 : 0;
  context.fillStyle = ground;
  context.strokeStyle = ink;
  context.beginPath();
  context.arc(x, y, size + 3, 0, 2 * Math.PI);
  context.rect(x, y - letters / 2 - 4, width, letters + 8);
  context.fill();
  context.beginPath();
  context.arc(x, y, size + 2, 0, 2 * Math.PI);
  context.stroke();
  context.fillStyle = ink;
  if (label) context.fillText(label, x + size + 5, y + letters / 3);
}

/** Settings that fade all but those near; they are asked of every node and tie at each change. */
function fading(graph: Graph<Look>, near: ReadonlySet<string>, faded: () => string): Partial<Settings<Look>> {
  const named = near.size <= 12; // more names would cover each other; zoomed in, all are written
  return {
    nodeReducer: (node, look) =>
      near.has(node)
        ? { ...look, zIndex: 1, forceLabel: named }
        : { ...look, color: faded(), label: "", zIndex: 0, size: 0.6 * look.size },
    edgeReducer: (tie, look) =>
      graph.extremities(tie).every((node) => near.has(node)) ? look : { ...look, hidden: true },
  };
}

/** A copy of what is drawn, on its ground. */
function copyOf(sigma: Sigma<Look> | undefined, ground: string): HTMLCanvasElement {
  // a drawn layer can be read only in the turn that drew it
  sigma?.refresh({ schedule: false, skipIndexation: true });
  const layers = Object.values(sigma?.getCanvases() ?? {});
  const copy = element("canvas", { width: layers[0]?.width ?? 0, height: layers[0]?.height ?? 0 });
  const context = copy.getContext("2d");
  if (context && layers.length > 0) {
    context.fillStyle = ground;
    context.fillRect(0, 0, copy.width, copy.height);
    for (const layer of layers) context.drawImage(layer, 0, 0);
  }
  return copy;
}

/** Lets the page have its turn whenever the work since the last has taken long enough. */
function restful(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await new Promise((resume) => setTimeout(resume));
    since = performance.now();
  };
}
