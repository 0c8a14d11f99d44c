/** Builds the full-text tier's index with Pagefind. Runs in Node: in the build, in `astro dev` and in tests. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { LookupData } from '../../lookup/pack.ts';
import { synonymsOf } from '../../lookup/search/synonyms.ts';
import { indexTokens } from '../../lookup/search/tokens.ts';

export type IndexFile = { path: string; content: Uint8Array };

/** Our own file in the index: a list of Pagefind's id of every entry, in the order of the entries. */
const IDS_FILE = 'ids.json';

/** Unused files: UI kits, and the WebAssembly for other languages than the index's. */
const UNUSED = /ui\.(js|css)$|highlight|wasm\.unknown/;
/** Pagefind's prefix before the JSON of a fragment file. */
const MAGIC = 'pagefind_dcd';

function failOn(errors: readonly string[]) {
  if (errors.length) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/**
 * Builds the index and returns the files to serve below `/pagefind/`, including IDS_FILE. Pagefind gets our tokens
 * instead of pages, because it splits Chinese differently in indexing and in searching and would not find whole
 * messages. One forced language gives both languages of the site the same results.
 * @throws if Pagefind reports an error or an entry has no id
 */
export async function fulltextIndex({ entries, platforms, variants }: LookupData): Promise<IndexFile[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en', maxFragments: 1 });
  failOn(errors);
  if (!index) throw new Error('Pagefind returned no index');
  const labels = new Map(
    platforms.map(({ slug, name, aliases }) => [slug, [name.en, name.zh, ...aliases].join(' \n ')]),
  );
  for (const [i, entry] of entries.entries()) {
    const text = [entry.zh, entry.en, entry.errmsg, entry.guide ?? '', labels.get(entry.platforms[0] ?? '') ?? ''];
    const tokens = [...text, synonymsOf(`${entry.en} ${entry.zh}`)].flatMap((part) => indexTokens(part, variants));
    const record = await index.addCustomRecord({
      // Pagefind merges records with the same URL, so each gets its own.
      url: `/#e${i}`,
      language: 'en',
      content: [entry.code, ...tokens].join(' '),
      meta: { title: entry.code },
    });
    failOn(record.errors);
  }
  const { files, errors: unwritten } = await index.getFiles();
  failOn(unwritten);
  await pagefind.close();
  const used = files.filter(({ path }) => !UNUSED.test(path));
  const ids = await idsOf(used, entries.length);
  return [...used, { path: IDS_FILE, content: new TextEncoder().encode(JSON.stringify(ids)) }];
}

/**
 * Returns Pagefind's id of every entry, read from its fragment files, so that the browser need not fetch them. Their
 * format is not documented, hence the pinned version and the check.
 */
async function idsOf(files: readonly IndexFile[], count: number): Promise<string[]> {
  const ids = new Array<string | undefined>(count).fill(undefined);
  for (const { path, content } of files) {
    const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (!name) continue;
    const text = (await promisify(gunzip)(content)).toString('utf8').slice(MAGIC.length);
    // A file has either one record or several by id.
    const fragment = JSON.parse(text) as { url: string } | Record<string, { url: string }>;
    const records = typeof fragment.url === 'string' ? { [name]: { url: fragment.url } } : fragment;
    for (const [id, record] of Object.entries(records as Record<string, { url: string }>)) {
      ids[Number(/#e(\d+)$/.exec(record.url)?.[1])] = id;
    }
  }
  const lost = ids.flatMap((id, i) => (id ? [] : [i]));
  if (lost.length)
    throw new Error(
      `Pagefind: no id for the entries ${lost.slice(0, 10).join(', ')}; has the format of its fragments changed?`,
    );
  return ids as string[];
}
