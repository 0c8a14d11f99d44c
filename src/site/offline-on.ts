/**
 * Does the site keep itself for use without a network? `OFFLINE=off` is the kill switch: the next build's service worker
 * removes itself and what it kept, and pages register none.
 * @example offlineOn({ OFFLINE: 'off' }) // → false
 */
export const offlineOn = (env: Readonly<Record<string, string | undefined>>): boolean => env.OFFLINE !== 'off';
