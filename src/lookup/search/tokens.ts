/**
 * Cuts text into the tokens that are indexed and searched for. Chinese becomes characters and overlapping pairs, so that
 * any fragment can be found; identifiers become their parts and their whole.
 */
import { isHan, normalise, type Variants } from './normalise.ts';

/** Ends of identifiers without separators that people search for alone: callbackurl → url. */
const SUFFIX = /^(.{2,}?)(url|appid|userid|openid|id|token|ticket|secret|list|account|name|info|ext|type|path)$/;

/**
 * Cuts normalised text into runs of Chinese and runs of letters, digits and underscores.
 * @example runs("can't 缺少access_token") // → ["can't", '缺少', 'access_token']
 */
export const runs = (normalised: string): string[] =>
  normalised.match(/[\u3400-\u9fff]+|[a-z0-9_]+(?:'[a-z]+)?/g) ?? [];

/** @example plainWord("user's") // → 'user' */
export const plainWord = (run: string): string => run.replace(/'s$|'/g, '');

/** @example pairs('不合法') // → ['不合', '合法'] */
export const pairs = (run: string): string[] =>
  Array.from({ length: Math.max(0, run.length - 1) }, (_, i) => run.slice(i, i + 2));

/** @example identifierParts('access_token') // → ['access', 'token'] */
export const identifierParts = (run: string): string[] => plainWord(run).split('_').filter(Boolean);

/** Names in capitals and small letters, as programs write them: CardExt, InvalidCredentialException. */
export const CAMEL_NAMES = /[A-Z][a-z]+(?:[A-Z][a-z]+)+/g;

/** @example camelParts('CardExt') // → ['Card', 'Ext'] */
export const camelParts = (name: string): string[] => name.split(/(?=[A-Z])/);

/**
 * Returns the tokens a text is indexed under, with repetitions (their number is the token's weight in the text).
 * @example indexTokens('缺少access_token') // → ['缺', '少', '缺少', 'accesstoken', 'access', 'token']
 */
export function indexTokens(text: string, variants?: Variants): string[] {
  const out: string[] = [];
  for (const run of runs(normalise(text, variants))) {
    if (isHan(run)) {
      out.push(...run, ...pairs(run));
      continue;
    }
    const parts = identifierParts(run);
    if (parts.length > 1) out.push(parts.join(''));
    out.push(...parts);
    for (const part of parts) {
      const suffix = part.length > 4 ? SUFFIX.exec(part)?.[2] : undefined;
      if (!suffix) continue;
      out.push(suffix);
      if (suffix !== 'id' && suffix.endsWith('id')) out.push('id');
    }
  }
  // CardExt is found by card and by ext.
  for (const [name] of text.matchAll(CAMEL_NAMES)) out.push(...camelParts(name).map((part) => part.toLowerCase()));
  return out;
}
