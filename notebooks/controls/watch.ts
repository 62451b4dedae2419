/**
 * Calls `tell` with the result of `of` for a form's values, at once and then whenever the result changes as JSON.
 * Returns a function that ends this.
 */
export function watch<V extends object, T>(
  form: HTMLElement & { readonly value: V },
  of: (value: V) => T,
  tell: (made: T) => void,
): () => void {
  let last: string | undefined;
  function look(): void {
    const made = of(form.value);
    const text = JSON.stringify(made);
    if (text === last) return;
    last = text;
    tell(made);
  }
  form.addEventListener("input", look);
  look();
  return () => form.removeEventListener("input", look);
}
