import { generate } from "../../models/networks/specification.ts";
import { ringsView, type RingsView } from "../../notebooks/views/rings.ts";
import { drawn, shown } from "./in-page.ts";

export const club = generate("karate", 1);

/** Rings around the instructor of the karate club, once they are drawn. */
export async function rings(options: Partial<Parameters<typeof ringsView>[0]> = {}): Promise<RingsView> {
  const view = shown(
    ringsView({ network: club, centre: club.keys.key(0), caption: "Look how it thins out.", ...options }),
  );
  await drawn(view, "circle.person, path.crowd");
  return view;
}
