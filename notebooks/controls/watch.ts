/**
 * Calls `tell` with what `of` makes of a form's values, first as they are and then whenever that comes to
 * something else, as JSON writes it; what is returned ends that.
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
