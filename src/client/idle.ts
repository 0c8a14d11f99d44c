/** Runs work that can wait until the browser is idle. Safari has no idle callbacks. */
export function whenIdle(work: (deadline?: IdleDeadline) => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 300 });
  else setTimeout(work, 20);
}

/** Returns whether the reader asks for less traffic. */
export const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false;

/** How long a step may take on a slow phone. */
const STEP_MS = 8;

/**
 * Runs work in small steps while the browser is idle, so that a key never waits for more than one step.
 * @param step runs one, and returns whether it was the last
 */
export function whileIdle(step: () => boolean): void {
  whenIdle((deadline) => {
    do if (step()) return;
    while (deadline && deadline.timeRemaining() > STEP_MS);
    whileIdle(step);
  });
}
