import { type Parameters } from "../../models/core/index.ts";
import { type ModelForm, modelForm } from "../controls/form.ts";
import { type PageStudy } from "../study/study.ts";

/**
 * The form of a study's settings, filled from the page's address. The page reloads when its address is changed by hand
 * or by a link, so that the address always matches the page.
 */
export function settingsForm<P extends Parameters, R, G, C extends string, T extends string>(
  study: PageStudy<P, R, G, C, T>,
): ModelForm<P> {
  addEventListener("hashchange", () => location.reload());
  const { presets, first } = study;
  return modelForm(study, { address: new URLSearchParams(location.hash.slice(1)), presets, first });
}
