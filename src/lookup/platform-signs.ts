/** Finds the signs of platforms, other vendors and WeChat in general in a text. The patterns are data. */
import type { LookupPlatform } from './pack.ts';
import { VENDORS, WECHAT_NAMES, WECHAT_STRONG } from './vendors.ts';

/** 4: a host, which belongs to the whole request · 3: a path, package, class, parameter, or the form of an id · 2: a product's name · 1: that name within another word. */
type Strength = 1 | 2 | 3 | 4;

export type Sign = {
  /** Slugs of all platforms it fits. Empty for a vendor and for WeChat in general. */
  platforms: readonly string[];
  vendor?: string;
  strength: Strength;
  start: number;
  end: number;
  words: string;
};

export type FindSigns = (text: string) => Sign[];

/** Ends the messages of every platform but WeCom, so it counts like the API host of the others. */
const RID = 'rid: ?[0-9a-f]{8}-[0-9a-f]{4,8}';
const RID_HOST = 'api.weixin.qq.com';

const HOST = /^[\w.-]+\.(?:com|cn)$/;

type Rule = { source: string; platforms: string[]; vendor?: string; strength: Strength };

const escaped = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Rejects a Latin letter or digit directly before or after. Patterns that end in / do not need it. */
const bounded = (source: string) => `(?<![A-Za-z0-9])(?:${source})(?![A-Za-z0-9])`;

function rulesOf(platforms: readonly LookupPlatform[]): Rule[] {
  const rules = new Map<string, Rule>();
  const add = (source: string, slug: string, strength: Strength) => {
    const rule = rules.get(source);
    if (rule) rule.platforms.push(slug);
    else rules.set(source, { source, platforms: [slug], strength });
  };
  for (const { slug, detect } of platforms) {
    for (const host of detect.hosts) {
      add(bounded(escaped(host)), slug, 3);
      if (host === RID_HOST) add(bounded(RID), slug, 3);
    }
    for (const pattern of detect.strong) add(`(?<![A-Za-z0-9])(?:${pattern})`, slug, 3);
    for (const pattern of detect.names) add(`(?:${pattern})`, slug, 2);
  }
  // The longer pattern is tried first: a path with its host before the host alone.
  return [...rules.values()].sort((a, b) => b.strength - a.strength || b.source.length - a.source.length);
}

/** Returns the strength of a match: a name within a word or package name counts less. */
function strengthOf(rule: Rule, text: string, start: number, end: number): Strength {
  if (rule.strength === 3 || !/^[\x20-\x7e]+$/.test(text.slice(start, end))) return rule.strength;
  return /[A-Za-z0-9_./\\-]/.test(text[start - 1] ?? ' ') || /[A-Za-z0-9_/\\-]|^\.\w/.test(text.slice(end, end + 2))
    ? 1
    : 2;
}

/** Tells whether a position is in an error message: a product named there does not show the platform. */
const inMessage = (text: string, at: number) =>
  /err_?msg["'\s:=\\]+[^"\n]*$/i.test(text.slice(Math.max(0, at - 120), at));

/**
 * Compiles the patterns of all platforms into one, which searches a text once.
 * @example compileSigns(platforms)('POST https://qyapi.weixin.qq.com/cgi-bin/gettoken')[0]
 *   // → { platforms: ['wecom'], strength: 3, words: 'qyapi.weixin.qq.com', start: 13, end: 32 }
 */
export function compileSigns(platforms: readonly LookupPlatform[]): FindSigns {
  const vendors = VENDORS.flatMap(({ name, strong, names }): Rule[] => [
    { source: bounded(strong), platforms: [], vendor: name, strength: 3 },
    { source: `(?:${names})`, platforms: [], vendor: name, strength: 2 },
  ]);
  const rules: Rule[] = [
    ...rulesOf(platforms),
    ...vendors,
    { source: bounded(WECHAT_STRONG), platforms: [], strength: 3 },
    { source: `(?:${WECHAT_NAMES})`, platforms: [], strength: 2 },
  ];
  const pattern = new RegExp(rules.map(({ source }) => `(${source})`).join('|'), 'gi');
  return (text) => {
    const signs: Sign[] = [];
    for (const match of text.matchAll(pattern)) {
      const rule = rules[match.findIndex((group, n) => n > 0 && group !== undefined) - 1];
      const words = match[0];
      if (!rule || !words) continue;
      const start = match.index;
      const end = start + words.length;
      if (rule.strength < 3 && inMessage(text, start)) continue;
      const { vendor } = rule;
      const strength = HOST.test(words) ? 4 : strengthOf(rule, text, start, end);
      signs.push({
        platforms: rule.platforms,
        strength,
        start,
        end,
        words: words.slice(0, 40),
        ...(vendor && { vendor }),
      });
    }
    return signs;
  };
}
