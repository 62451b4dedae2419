/** Between two calls, in milliseconds. */
const REST = 100;

/**
 * Calls `act` at once, and for changes that follow closely once for all of them: a slider that is drawn would start
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
