/** Between two calls, in milliseconds. */
const REST = 100;

/**
 * Calls `act` at once, and then once for all changes that follow closely. Otherwise a slider being dragged would start
 * more work than can be done.
 */
export function rested(act: () => void): () => void {
  let resting = false;
  let waiting = false;
  function send(): void {
    waiting = resting;
    if (resting) return;
    resting = true;
    act();
    setTimeout(() => {
      resting = false;
      if (waiting) send();
    }, REST);
  }
  return send;
}
