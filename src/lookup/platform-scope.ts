/** Finds the platform named in a query: `wecom 40001`, `41001 wecom`, `企微60020`, `推送60020 企业微信`. */
import type { LookupPlatform } from './pack.ts';
import { isHan, normalise, type Variants } from './search/normalise.ts';

export type Scope = {
  platform: string;
  /** The query without the name. */
  rest: string;
  /** Position of the name in the query. */
  span: [start: number, end: number];
  /** Whether the name is unambiguous; 客服 and 红包 are also common words. */
  sure: boolean;
};

export type NamedPlatform = { platform: string; start: number; end: number };

/** Abbreviations that are not among the platforms' aliases. */
const SHORT: Record<string, string> = {
  mini: 'mini-program',
  oa: 'official-account',
  mp: 'official-account',
  work: 'wecom',
  open: 'open-platform',
};

/** Compiles the product names of all platforms; a number may touch a name, a letter may not. */
export function findNames(platforms: readonly LookupPlatform[]): (query: string) => NamedPlatform[] {
  const named = platforms.filter(({ detect }) => detect.names.length);
  // Only Latin names need word boundaries: 企业微信API is two words, wecomAPI one.
  const before = '(?:(?=[\\u3400-\\u9fff])|(?<![A-Za-z_./-]))';
  const after = '(?:(?<=[\\u3400-\\u9fff])|(?![A-Za-z_/-]|\\.\\w))';
  const pattern = new RegExp(named.map(({ detect }) => `${before}(${detect.names.join('|')})${after}`).join('|'), 'gi');
  if (!named.length) return () => [];
  return (query) =>
    [...query.matchAll(pattern)].map((match) => ({
      platform: named[match.findIndex((group, n) => n > 0 && group !== undefined) - 1]?.slug ?? '',
      start: match.index,
      end: match.index + match[0].length,
    }));
}

type Label = { slug: string; label: string };

/** Returns all names of all platforms, the longest first. */
function labels(platforms: readonly LookupPlatform[], variants: Variants): Label[] {
  return [
    ...platforms.flatMap(({ slug, name, aliases }) =>
      [slug, name.en, name.zh, ...aliases].map((label) => ({ slug, label: normalise(label, variants) })),
    ),
    ...Object.entries(SHORT).map(([label, slug]) => ({ slug, label })),
  ].sort((a, b) => b.label.length - a.label.length);
}

/** Finds a label at the start or end of a query. Next to words, a separator is needed. */
function atAnEnd(text: string, plain: string, all: readonly Label[]): Omit<Scope, 'sure'> | undefined {
  for (const { slug, label } of all) {
    if (plain.startsWith(label)) {
      const after = text.slice(label.length);
      const rest = after.replace(/^[\s:：,，]+/, '');
      const parted = after !== rest || (isHan(label) && /^-?\d/.test(rest));
      if (rest && parted) return { platform: slug, rest, span: [0, label.length] };
    }
    if (plain.endsWith(label)) {
      const before = text.slice(0, text.length - label.length);
      const rest = before.replace(/[\s:：,，]+$/, '');
      const parted = before !== rest || (isHan(label) && /\d$/.test(rest));
      if (rest && parted) return { platform: slug, rest, span: [before.length, text.length] };
    }
  }
  return undefined;
}

/**
 * Returns the platform a query names; undefined if it names none, several, or only the platform.
 * @param anywhere whether the name may be between other words, as in a query with a code
 * @example scopeOf('企微 60020', platforms, variants, findNames, true) // → { platform: 'wecom', rest: '60020', … }
 */
export function scopeOf(
  query: string,
  { platforms, variants }: { platforms: readonly LookupPlatform[]; variants: Variants },
  names: readonly NamedPlatform[],
  anywhere: boolean,
): Scope | undefined {
  const lead = query.length - query.trimStart().length;
  const text = query.trim();
  const plain = normalise(text, variants);
  const named = new Set(names.map(({ platform }) => platform));
  if (named.size > 1) return undefined;
  const [first] = names;
  if (anywhere && first) {
    const rest = `${query.slice(0, first.start)} ${query.slice(first.end)}`.replace(/\s+/g, ' ').trim();
    return rest ? { platform: first.platform, rest, span: [first.start, first.end], sure: true } : undefined;
  }
  // Normalising may change the length; then positions in the two texts differ.
  if (plain.length !== text.length) return undefined;
  const found = atAnEnd(text, plain, labels(platforms, variants));
  if (!found) return undefined;
  const [start, end] = found.span;
  return { ...found, span: [start + lead, end + lead], sure: named.has(found.platform) };
}
