/** Converts the catalog to the JSON files of `/api/v1/`. `schema.ts` has their types. Pure. */

import type { CodeGroup, Entry, Guide, Meta, Platform, Source, Topic } from '../catalog/index.ts';
import { countCodes, homeOf, inTopic, onPlatform, titleOf } from '../catalog/index.ts';
import { FILES, type Page, type Urls } from '../site/urls.ts';
import type {
  ApiCode,
  ApiCodes,
  ApiEntry,
  ApiHead,
  ApiPlatform,
  ApiPlatformCodes,
  ApiPlatforms,
  ApiSources,
  ApiTopics,
  FileShape,
} from './schema.ts';

const head = (shape: FileShape, { version, date, licence }: Meta, urls: Urls): ApiHead => ({
  $schema: `${urls.absoluteFile(FILES.schema)}#/$defs/${shape}`,
  version,
  date,
  licence,
});

const inBoth = (page: Page, urls: Urls) => ({ en: urls.absolutePage(page, 'en'), zh: urls.absolutePage(page, 'zh') });

/** Returns a guide without what its entry says already. */
const apiGuide = ({ code: _, ...guide }: Guide): ApiEntry['guides'][number] => guide;

/**
 * Returns an entry as the API has it.
 * @example apiEntry(entry, urls) // → { code: '40001', platforms: ['official-account'], …, url: 'https://…/codes/40001/#official-account' }
 */
export function apiEntry(entry: Entry, urls: Urls): ApiEntry {
  const {
    code,
    platforms,
    topic,
    errmsg,
    zh,
    en,
    wording,
    older,
    status,
    retry,
    who,
    met,
    source,
    note,
    changed,
    guides,
  } = entry;
  return {
    code,
    platforms,
    topic,
    errmsg,
    zh,
    en,
    title: { zh: titleOf(entry, 'zh'), en: titleOf(entry, 'en') },
    wording,
    older,
    status,
    retry,
    who,
    met,
    source,
    note: { zh: note.zh, en: note.en },
    guides: guides.map(apiGuide),
    changed,
    url: urls.absolutePage({ kind: 'code', code }, 'en', homeOf(entry)),
  };
}

const apiEntries = (entries: readonly Entry[], urls: Urls) => entries.map((entry) => apiEntry(entry, urls));

/** Returns `codes.json`: all entries, in the given order. */
export const apiCodes = (entries: readonly Entry[], meta: Meta, urls: Urls): ApiCodes => ({
  ...head('Codes', meta, urls),
  codes: apiEntries(entries, urls),
});

/** Returns `codes/<code>.json`. @example apiCode(group, meta, urls) // → { …, code: '40001', page: { en: 'https://…', zh: … }, entries: [two] } */
export const apiCode = ({ code, entries }: CodeGroup, meta: Meta, urls: Urls): ApiCode => ({
  ...head('Code', meta, urls),
  code,
  page: inBoth({ kind: 'code', code }, urls),
  markdown: { en: urls.absoluteFile(FILES.markdown(code)), zh: urls.absoluteFile(FILES.markdown(code)) },
  entries: apiEntries(entries, urls),
});

/**
 * Returns a platform without the fields that only this site needs, such as former slugs.
 * @param here the entries that apply to it
 */
function apiPlatform(platform: Platform, here: readonly Entry[], urls: Urls): ApiPlatform {
  const { slug, name, aliases, kind, about, signs, hosts, docs } = platform;
  const counts = { codes: countCodes(here) };
  const url = inBoth({ kind: 'platform', slug }, urls);
  return {
    slug,
    name,
    aliases,
    kind,
    about,
    signs,
    hosts,
    docs,
    counts,
    url,
    data: urls.absoluteFile(FILES.platform(slug)),
  };
}

/** Returns `platforms/<platform>.json`: the platform and those of the entries that apply to it. */
export function apiPlatformCodes(
  platform: Platform,
  entries: readonly Entry[],
  meta: Meta,
  urls: Urls,
): ApiPlatformCodes {
  const here = onPlatform(entries, platform.slug);
  return {
    ...head('PlatformCodes', meta, urls),
    platform: apiPlatform(platform, here, urls),
    codes: apiEntries(here, urls),
  };
}

/** Returns `platforms.json`. */
export const apiPlatforms = (
  platforms: readonly Platform[],
  entries: readonly Entry[],
  meta: Meta,
  urls: Urls,
): ApiPlatforms => ({
  ...head('Platforms', meta, urls),
  platforms: platforms.map((platform) => apiPlatform(platform, onPlatform(entries, platform.slug), urls)),
});

/** Returns `topics.json`. */
export const apiTopics = (topics: readonly Topic[], entries: readonly Entry[], meta: Meta, urls: Urls): ApiTopics => ({
  ...head('Topics', meta, urls),
  topics: topics.map(({ slug, name, about }) => {
    const own = inTopic(entries, slug);
    const counts = { codes: countCodes(own), entries: own.length };
    return { slug, name, about, counts, url: inBoth({ kind: 'topic', slug }, urls) };
  }),
});

/** Returns `sources.json`. */
export const apiSources = (sources: readonly Source[], meta: Meta, urls: Urls): ApiSources => ({
  ...head('Sources', meta, urls),
  sources: sources.map(({ id, name, url = '', date = '', page = null }) => ({ id, name, url, date, page })),
});
