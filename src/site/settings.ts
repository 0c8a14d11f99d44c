/** Settings and constants that pages, files and build steps share. Pure, so that they are usable outside Astro too. */

type Environment = Readonly<Record<string, string | undefined>>;

export const SITE_NAME = { en: 'WeChat Error Codes', zh: '微信错误码' };

/** Size of every social card in pixels: what chat tools ask for. */
export const CARD_SIZE = { width: 1200, height: 630 };

/**
 * Returns whether social cards are drawn and announced in `<head>`. `CARDS=off` is for quick builds.
 * @example cardsOn({ CARDS: 'off' }) // → false
 */
export const cardsOn = (env: Environment): boolean => env.CARDS !== 'off';

/**
 * Returns whether the site caches itself for offline use. `OFFLINE=off` is the kill switch: the next build's service
 * worker removes itself and its caches, and pages register none.
 * @example offlineOn({ OFFLINE: 'off' }) // → false
 */
export const offlineOn = (env: Environment): boolean => env.OFFLINE !== 'off';
