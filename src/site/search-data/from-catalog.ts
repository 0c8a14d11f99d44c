/** The look-up's data from the catalog: the one place where it is decided what can be searched. */
import { type Catalog, COMMON, type Entry } from '../../catalog/index.ts';
import { HISTORIC, type LookupData, OFTEN, OLDER, SOMETIMES, USUAL } from '../../lookup/pack.ts';
import { normalise, squeeze } from '../../lookup/search/normalise.ts';
import { CONCEPTS } from '../concepts.ts';
import { crossingWords } from './crossing-words.ts';
import { guideWords } from './guide-words.ts';
import { variantsOf } from './variants.ts';

function priorityOf({ platforms, status, met }: Entry, older: ReadonlySet<string>): number {
  if (status === 'historic') return HISTORIC;
  if (met) return met === 'often' ? OFTEN : SOMETIMES;
  return status === 'unlisted' || platforms.every((slug) => older.has(slug)) ? OLDER : USUAL;
}

/** Returns what the look-up knows: texts, platforms and how to recognise them, and the order among equal matches. */
export function lookupData({ entries, platforms }: Pick<Catalog, 'entries' | 'platforms'>): LookupData {
  const older = new Set(platforms.flatMap((platform) => (platform.older ? [platform.slug] : [])));
  return {
    entries: entries.map((entry) => {
      const { code, platforms: on, en, zh, errmsg, retry, who, guides } = entry;
      return {
        code,
        platforms: on,
        en,
        zh,
        errmsg,
        older: entry.older,
        priority: priorityOf(entry, older),
        facts: { retry, who, guide: guides.length > 0 },
        crossing: crossingWords(zh),
        guide: guideWords(entry),
      };
    }),
    roots: entries.flatMap(({ guides }) =>
      guides.flatMap(({ code, platform, explains }) =>
        explains ? [{ code, platform, explains: explains.codes, says: explains.says, why: explains.why }] : [],
      ),
    ),
    concepts: CONCEPTS.map(({ slug, title, phrases }) => ({
      slug,
      title,
      phrases: phrases.map((phrase) => squeeze(normalise(phrase))),
    })),
    platforms: platforms.map(({ slug, name, short, aliases, hosts, docs, detect = {} }) => ({
      slug,
      name,
      short,
      aliases,
      docs,
      detect: {
        // What is common to all platforms shows none.
        hosts: slug === COMMON ? [] : [...hosts, ...(detect.hosts ?? [])],
        strong: [...(detect.paths ?? []), ...(detect.sdk ?? []), ...(detect.tokens ?? [])],
        names: detect.names ?? [],
      },
    })),
    variants: variantsOf(entries.map(({ zh }) => zh)),
  };
}
