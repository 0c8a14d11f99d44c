/** What a ticket says of an entry, from the look-up's data and, for its guide, from the API's file of the code. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import type { LookupEntry, LookupPlatform } from '../../lookup/pack.ts';
import { FILES } from '../../site/urls.ts';
import { locale, urls } from '../page-settings.ts';
import type { Ticket } from './ticket-text.ts';

const t = browserStrings(locale);
const { facts: names } = t;

type Text = { en: string; zh: string };
/** The parts of `api/v1/codes/<code>.json` that are read here. */
type CodeFile = {
  entries: {
    platforms: string[];
    guides: { platform: string; causes: { symptom: Text; cause: Text; fix: number }[]; fixes: Text[] }[];
  }[];
};

/** Whether a retry helps, who acts, and whether there is a guide, as far as they are known. */
export function factsOf({ facts }: LookupEntry): string[] {
  const { retry = 'unknown', who = 'unknown' } = facts ?? {};
  return [
    names.retries[retry] && t.fact(names.retry, names.retries[retry]),
    names.actors[who] && t.fact(names.who, names.actors[who]),
  ].filter(Boolean);
}

/**
 * Returns the most frequent cause of an entry and its fix; nothing without a guide, or when it cannot be fetched. Only on
 * request: the host learns which code is asked for.
 */
export async function firstCheck({ code, platforms, facts }: LookupEntry, platform: string): Promise<string> {
  if (!facts?.guide) return '';
  const file = await fetch(urls.file(FILES.code(code)))
    .then((response) => (response.ok ? (response.json() as Promise<CodeFile>) : undefined))
    .catch(() => undefined);
  const guides = file?.entries.find((each) => each.platforms[0] === platforms[0])?.guides ?? [];
  const guide = guides.find((each) => each.platform === platform) ?? guides[0];
  const cause = guide?.causes[0];
  if (!guide || !cause) return '';
  return `${t.fact(t.firstCheck, cause.symptom[locale])} → ${cause.cause[locale]} ${guide.fixes[cause.fix - 1]?.[locale] ?? ''}`;
}

/** @param platform the one to name, of those the entry holds on */
export function ticketOf(
  entry: LookupEntry,
  platform: Pick<LookupPlatform, 'name'>,
): Omit<Ticket, 'date' | 'firstCheck'> {
  const { code, platforms, en, zh, errmsg } = entry;
  return {
    code,
    platform: platform.name,
    en,
    zh,
    errmsg,
    facts: factsOf(entry).join(' · '),
    url: urls.absolutePage({ kind: 'code', code }, locale, platforms[0]),
  };
}
