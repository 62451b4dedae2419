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
  const { size, edges, out, directed } = network;
  const graph = new Graph<Look>({ type: directed ? "directed" : "undirected", multi: false, allowSelfLoops: false });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const radius = Math.min(7, Math.max(1.2, 120 / Math.sqrt(size)));
  let sigma: Sigma<Look> | undefined;
  let ended = false;
  let [ink, ground, edge, faded] = ["", "", "", ""];

  function readTheme(): void {
    const colour = readColours(box);
    [ink, ground, edge, faded] = [
      getComputedStyle(box).color,
      groundOf(box),
      edges > MANY ? getComputedStyle(box).getPropertyValue("--frame") : colour("edge"),
      colour(0),
    ];
  }
  async function fill(): Promise<void> {
    readTheme();
    const rest = restful();
    for (let i = 0; i < size; i++) {
      graph.addNode(String(i), {
        x: positions[2 * i],
        y: 1 - positions[2 * i + 1],
        size: radius,
        color: first(i),
        label: label(i),
      });
      if (i % BATCH === 0) await rest();
    }
    for (let i = 0; i < size; i++) {
      for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++)
        if (directed || i < out.targets[e]) graph.addEdge(String(i), String(out.targets[e]));
      if (i % BATCH === 0) await rest();
    }
    if (ended) return;
    sigma = new Sigma<Look>(graph, box, {
      allowInvalidContainer: true,
      hideEdgesOnMove: edges > MANY,
      labelColor: { color: ink },
      defaultEdgeColor: edge,
      labelFont: "system-ui, sans-serif",
      labelRenderedSizeThreshold: 6,
      minEdgeThickness: edges > 5000 ? 0.4 : 1,
      zIndex: true,
      defaultDrawNodeHover: (context, { x, y, size: r, label: name }, { labelSize, labelFont }) => {
        context.font = `${labelSize}px ${labelFont}`;
        const width = name ? context.measureText(name).width + r + 10 : 0;
        context.fillStyle = ground;
        context.strokeStyle = ink;
        context.beginPath();
        context.arc(x, y, r + 3, 0, 2 * Math.PI);
        context.rect(x, y - labelSize / 2 - 4, width, labelSize + 8);
        context.fill();
        context.beginPath();
        context.arc(x, y, r + 2, 0, 2 * Math.PI);
        context.stroke();
        context.fillStyle = ink;
        if (name) context.fillText(name, x + r + 5, y + labelSize / 3);
      },
    });
    sigma.on("clickNode", ({ node }) => choose(Number(node)));
    sigma.on("clickStage", () => choose(undefined));
  }
  /** Asked of every node and tie at each change, so only while somebody is chosen. */
  function fading(near: ReadonlySet<string>): Partial<Settings<Look>> {
    const named = near.size <= 12; // more names would cover each other; zoomed in, all are written
    return {
      nodeReducer: (node, look) =>
        near.has(node)
          ? { ...look, zIndex: 1, forceLabel: named }
          : { ...look, color: faded, label: "", zIndex: 0, size: 0.6 * look.size },
      edgeReducer: (tie, look) =>
        graph.extremities(tie).every((node) => near.has(node)) ? look : { ...look, hidden: true },
    };
  }
  function move(to: { x?: number; y?: number; ratio?: number; angle?: number }): void {
    const camera = sigma?.getCamera();
    if (calm) camera?.setState(to);
    else void camera?.animate(to, { duration: 200 });
  }
  const ready = fill();
  return {
    ready,
    colour(of) {
      graph.updateEachNodeAttributes((node, look) => ({ ...look, color: of(Number(node)) }), { attributes: ["color"] });
    },
    choose(i) {
      const near = i === undefined ? undefined : new Set([String(i), ...graph.neighbors(String(i))]);
      sigma?.setSettings(near ? fading(near) : { nodeReducer: null, edgeReducer: null });
    },
    visit(i) {
      const at = sigma?.getNodeDisplayData(String(i));
      if (at && sigma) move({ x: at.x, y: at.y, ratio: Math.min(sigma.getCamera().ratio, size > 300 ? 0.25 : 0.6) });
    },
    zoom(by) {
      if (sigma) move({ ratio: sigma.getCamera().ratio * by });
    },
    pan(right, up) {
      if (!sigma) return;
      const { x, y, ratio } = sigma.getCamera().getState();
      move({ x: x + 0.15 * ratio * right, y: y + 0.15 * ratio * up });
    },
    fit: () => move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    picture() {
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
    },
    theme() {
      readTheme();
      sigma?.setSetting("labelColor", { color: ink });
      sigma?.setSetting("defaultEdgeColor", edge);
    },
    end() {
      ended = true;
      sigma?.kill();
    },
  };
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
