/** Settings and constants shared by pages, files and build steps. Usable outside Astro. */

type Environment = Readonly<Record<string, string | undefined>>;

export const SITE_NAME = { en: 'WeChat Error Codes', zh: '微信错误码' };

/** Size of every social card in pixels, as chat tools expect it. */
export const CARD_SIZE = { width: 1200, height: 630 };

/**
 * Returns whether social cards are drawn and linked in `<head>`. `CARDS=off` is for quick builds.
 * @example cardsOn({ CARDS: 'off' }) // → false
 */
export const cardsOn = (env: Environment): boolean => env.CARDS !== 'off';

/**
 * Returns whether the site caches itself for offline use. `OFFLINE=off` is the kill switch: the next build's service
 * worker removes itself and its caches, and pages register none.
 * @example offlineOn({ OFFLINE: 'off' }) // → false
 */
export const offlineOn = (env: Environment): boolean => env.OFFLINE !== 'off';

/**
 * Returns how many files the host takes. `HOST_FILES` sets it; else it is what a free Cloudflare Pages site may have.
 * @example hostFiles({}) // → 20000
 */
export const hostFiles = (env: Environment): number => Number(env.HOST_FILES) || 20_000;
