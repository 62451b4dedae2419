import { type Network } from "../../core/index.ts";

interface Lab {
  network: Network;
  parameters: { markets: number; listeners: number };
}

/** The number of people who act in each market. */
export const listenersOf = ({ network, parameters: { markets, listeners } }: Lab): number =>
  listeners === 0 ? Math.floor(network.size / markets) : listeners;

/** The default network: as many people as act, without ties. Listeners who see the whole market need no network. */
export const strangersOf = ({ markets, listeners }: Lab["parameters"]): string =>
  `erdos-renyi:nodes=${markets * (listeners === 0 ? 700 : listeners)},degree=0`;

export function listenersFaults({ network, parameters }: Lab): string[] {
  const { markets, listeners } = parameters;
  const need = markets * Math.max(1, listeners);
  if (need <= network.size) return [];
  return [
    `${markets} markets of ${listeners === 0 ? "at least 1 listener" : `${listeners} listeners`} need a network of ${need} people, got ${network.size}`,
  ];
}
