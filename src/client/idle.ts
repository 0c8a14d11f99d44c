/** Runs work when the browser is idle; in Safari, which has no `requestIdleCallback`, after 20 ms. */
export function whenIdle(work: (deadline?: IdleDeadline) => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 300 });
  else setTimeout(work, 20);
}

/** Longest time of one step, on a slow phone. */
const STEP_MS = 8;

/**
 * Runs work in small steps while the browser is idle, so that a keystroke waits for at most one step.
 * @param step does one step and returns whether it was the last
 */
export function whileIdle(step: () => boolean): void {
  whenIdle((deadline) => {
    do if (step()) return;
    while (deadline && deadline.timeRemaining() > STEP_MS);
    whileIdle(step);
  });
}
