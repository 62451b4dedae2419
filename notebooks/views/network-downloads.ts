import { type Network } from "../../models/core/index.ts";
import { type DownloadButtons, type Downloads, downloads } from "./download.ts";
import { MOST_DRAWN } from "./network-drawing.ts";
import { type NetworkView } from "./network.ts";

/** Buttons that save a network as it stands: as SVG, or as PNG where it has too many ties for one, which is said. */
export function networkDownloads({
  name,
  network,
  view,
  rows,
}: {
  name: string;
  network: Network;
  view: Pick<NetworkView, "canvas" | "drawing">;
  rows?: Downloads["rows"];
}): DownloadButtons {
  if (network.edges <= MOST_DRAWN) return downloads({ name, chart: () => view.drawing(), rows });
  const buttons = downloads({ name, picture: () => view.canvas, rows });
  buttons.append(
    `With ${network.edges.toLocaleString("en-US")} ties an SVG would be too large for most programs; above ${MOST_DRAWN.toLocaleString("en-US")} the picture is saved as PNG.`,
  );
  return buttons;
}
