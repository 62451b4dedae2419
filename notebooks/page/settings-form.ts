import { type Parameters } from "../../models/core/index.ts";
import { type ModelForm, modelForm } from "../controls/form.ts";
import { type Study } from "../study/study.ts";

/**
 * The settings of a study, filled from the page's address. The page loads again where its address is
 * changed by hand or a link, so that what stands there is always what is seen.
 */
export function settingsForm<P extends Parameters, R, G, C extends string, T extends string>(
  study: Study<P, R, G, C, T>,
): ModelForm<P> {
  addEventListener("hashchange", () => location.reload());
  const { presets, first } = study;
  return modelForm(study, { address: new URLSearchParams(location.hash.slice(1)), presets, first });
}
