/** A finished part of the work. */
export interface Phase {
  name: string;
  /**
   * By the clock, and of all processors together: more of the latter where threads share the work, less where others
   * keep the machine busy.
   */
  seconds: number;
  processor: number;
  /** Memory that the process held when the phase ended, and the most it ever held until then. */
  gigabytes: number;
  peak: number;
}

/** A function to call at the end of each phase, which notes what it took; the first phase begins now. */
export function stopwatch(phases: Phase[]): (name: string) => void {
  let before = performance.now();
  let used = process.cpuUsage();
  return (name) => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(used);
    phases.push({
      name,
      seconds: (now - before) / 1000,
      processor: (user + system) / 1e6,
      gigabytes: process.memoryUsage().rss / 1e9,
      peak: (process.resourceUsage().maxRSS * 1024) / 1e9, // reported in units of 1,024 bytes
    });
    before = now;
    used = process.cpuUsage();
  };
}
