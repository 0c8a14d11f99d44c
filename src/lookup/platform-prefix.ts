/** A platform named in front of a query: `wecom 40001`, `企微60020`. */

import type { LookupPlatform } from './pack.ts';
import { isHan, normalise, type Variants } from './search/normalise.ts';

export type Scope = { platform: string; rest: string };

/** Short forms nobody would call a name. */
const SHORT: Record<string, string> = {
  mini: 'mini-program',
  oa: 'official-account',
  mp: 'official-account',
  work: 'wecom',
  open: 'open-platform',
};

/**
 * @returns nothing when the query does not begin with a platform, or is nothing but one
 * @example scopeOf('企微 60020', platforms, variants) // → { platform: 'wecom', rest: '60020' }
 */
export function scopeOf(query: string, platforms: readonly LookupPlatform[], variants: Variants): Scope | undefined {
  const text = query.trim();
  const plain = normalise(text, variants);
  // Folding may change the length, and then places in one are not places in the other.
  if (plain.length !== text.length) return undefined;
  const names = [
    ...platforms.flatMap(({ slug, name, aliases }) =>
      [slug, name.en, name.zh, ...aliases].map((label) => ({ slug, label: normalise(label, variants) })),
    ),
    ...Object.entries(SHORT).map(([label, slug]) => ({ slug, label })),
  ].sort((a, b) => b.label.length - a.label.length);
  for (const { slug, label } of names) {
    if (!plain.startsWith(label)) continue;
    const after = text.slice(label.length);
    const rest = after.replace(/^[\s:：,，]+/, '');
    // A Chinese name needs no space before a number; before words only a space tells a name from a word.
    const parted = after !== rest || (isHan(label) && /^-?\d/.test(rest));
    if (rest && parted) return { platform: slug, rest };
  }
  return undefined;
}
