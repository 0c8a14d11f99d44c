/**
 * Are card images made, and announced in `<head>`? `CARDS=off` is for quick builds.
 * @example cardsOn({ CARDS: 'off' }) // → false
 */
export const cardsOn = (env: Readonly<Record<string, string | undefined>>): boolean => env.CARDS !== 'off';
