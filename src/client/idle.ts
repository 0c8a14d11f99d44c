/** Work that can wait until the page has shown what comes before it. Safari does not know idle time. */
export function whenIdle(work: (deadline?: IdleDeadline) => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 300 });
  else setTimeout(work, 20);
}

/** Time a bit may take on a slow phone, in milliseconds. */
const ONE_MORE = 8;

/**
 * Work in small bits, so that a key never waits for more than one of them.
 * @param bit does one, and says whether it was the last
 */
export function whileIdle(bit: () => boolean): void {
  whenIdle((deadline) => {
    do if (bit()) return;
    while (deadline && deadline.timeRemaining() > ONE_MORE);
    whileIdle(bit);
  });
}
