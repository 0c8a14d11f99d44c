/** The public JSON shapes of `/api/v1/`. Keys may be added, never renamed or removed. */
import type { Entry, Meta } from '../catalog/schema.ts';
import type { Urls } from './urls.ts';

export type ApiEntry = {
  code: string;
  platforms: string[];
  topic: string;
  errmsg: string;
  zh: string;
  en: string;
  status: 'active' | 'historic';
  source: string[];
  note: { zh: string; en: string };
  /** Day of its last change, as YYYY-MM-DD. */
  changed: string;
  url: string;
};

export type ApiCodes = { version: string; date: string; licence: string; codes: ApiEntry[] };

/**
 * @example apiEntry(entry, urls) // → { code: '40001', platforms: ['official-account'], …, url: 'https://…/codes/40001/#official-account' }
 */
export function apiEntry(entry: Entry, urls: Urls): ApiEntry {
  const { code, platforms, topic, errmsg, zh, en, status, source, note, changed } = entry;
  const url = urls.absolutePage({ kind: 'code', code }, 'en', platforms[0]);
  return { code, platforms, topic, errmsg, zh, en, status, source, note, changed, url };
}

export const apiCodes = (entries: readonly Entry[], { version, date, licence }: Meta, urls: Urls): ApiCodes => ({
  version,
  date,
  licence,
  codes: entries.map((entry) => apiEntry(entry, urls)),
});
