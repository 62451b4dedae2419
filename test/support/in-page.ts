import { afterEach, beforeEach, expect, vi } from "vitest";
import { cdp } from "vitest/browser";

/** Puts something into the page. */
export const shown = <E extends Node>(made: E): E => document.body.appendChild(made);

/** Has the browser prefer something, such as `prefers-color-scheme` `dark`. */
export const prefer = (name: string, value: string): Promise<unknown> =>
  cdp().send("Emulation.setEmulatedMedia", { features: [{ name, value }] });

/** Waits until the view holds something that fits the selector. */
export const drawn = (view: HTMLElement, selector: string): Promise<void> =>
  vi.waitFor(() => expect(view.querySelectorAll(selector).length).toBeGreaterThan(0), 10_000);

/** Every test of the file begins with light colours and leaves an empty page. */
export function eachAfresh(): void {
  beforeEach(() => prefer("prefers-color-scheme", "light"));
  afterEach(() => document.body.replaceChildren());
}
