/** Compares the catalog with a list of somebody else, so that next year's lists take an afternoon. */
import { parse } from 'csv/sync';
import { COMMON } from './questions.ts';
import type { Entry } from './schema.ts';

/** A line of a list: what it says about one code on one platform. `zh` and `errmsg` may be empty. */
export type Listed = { code: string; platform: string; zh: string; errmsg: string };

const LIST_COLUMNS = ['code', 'platform', 'zh', 'errmsg'] as const;

/**
 * Reads a list: CSV with the columns `code`, `platform` (a slug), `zh` and `errmsg`.
 * @throws if a column is missing, or a line has too few cells
 */
export function parseList(bytes: Uint8Array): Listed[] {
  const lines: Listed[] = parse(Buffer.from(bytes), { bom: true, columns: true, skip_empty_lines: true, trim: true });
  const missing = LIST_COLUMNS.filter((column) => lines[0] && !(column in lines[0]));
  if (missing.length) throw new Error(`the list lacks the columns ${missing.join(', ')}`);
  return lines;
}

export type Comparison = {
  /** On a platform of the list, not in the catalog. */
  missing: Listed[];
  /** In both, with another text: neither the meaning nor an earlier one. Our own wording always differs. */
  differs: { listed: Listed; entry: Entry }[];
  /** Active on a platform of the list, but not in it any more. */
  gone: Entry[];
};

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/**
 * Returns what of a list is missing in the catalog, differs from it, or is gone from the list.
 * @example compareList(entries, [{ code: '40001', platform: 'wecom', zh: '不合法的secret参数', errmsg: '' }]).missing // → []
 */
export function compareList(entries: readonly Entry[], list: readonly Listed[]): Comparison {
  const byKey = new Map(entries.flatMap((entry) => entry.platforms.map((slug) => [`${entry.code} ${slug}`, entry])));
  const found = (listed: Listed) =>
    byKey.get(`${listed.code} ${listed.platform}`) ?? byKey.get(`${listed.code} ${COMMON}`);
  const keys = new Set(list.map(({ code, platform }) => `${code} ${platform}`));
  const platforms = new Set(list.map(({ platform }) => platform));
  const isSaid = (entry: Entry, { zh, errmsg }: Listed) =>
    (zh === '' || [entry.zh, entry.older].some((text) => plain(text) === plain(zh))) &&
    (errmsg === '' || plain(errmsg).startsWith(plain(entry.errmsg)));
  return {
    missing: list.filter((listed) => !found(listed)),
    differs: list.flatMap((listed) => {
      const entry = found(listed);
      return entry && !isSaid(entry, listed) ? [{ listed, entry }] : [];
    }),
    gone: entries.filter(
      ({ code, platforms: on, status }) =>
        status === 'active' && on.some((slug) => platforms.has(slug) && !keys.has(`${code} ${slug}`)),
    ),
  };
}
