/** Builds the full-text tier's index with Pagefind. Runs in Node: in the build, in `astro dev` and in tests. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { LookupData } from '../../lookup/pack.ts';
import { synonymsOf } from '../../lookup/search/synonyms.ts';
import { indexTokens } from '../../lookup/search/tokens.ts';

export type IndexFile = { path: string; content: Uint8Array };

/** The file, beside Pagefind's own, that lists Pagefind's id of every entry, in the order of the entries. */
export const IDS_FILE = 'ids.json';

/** UI kits we do not use, and the WebAssembly of languages the index is not in. */
const UNUSED = /ui\.(js|css)$|highlight|wasm\.unknown/;
/** What Pagefind writes before the JSON of a fragment file. */
const MAGIC = 'pagefind_dcd';

function failOn(errors: readonly string[]) {
  if (errors.length) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/**
 * Pagefind gets our tokens, not our pages: it cuts Chinese one way when indexing and another when asked, so that whole
 * official messages would not be found. The language is forced to one, so that both halves of the site answer alike.
 * @returns the files to serve below `/pagefind/`, among them IDS_FILE
 * @throws when Pagefind reports an error or an entry has no id
 */
export async function fulltextIndex({ entries, platforms, variants }: LookupData): Promise<IndexFile[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en', maxFragments: 1 });
  failOn(errors);
  if (!index) throw new Error('Pagefind: no index came back');
  const labels = new Map(
    platforms.map(({ slug, name, aliases }) => [slug, [name.en, name.zh, ...aliases].join(' \n ')]),
  );
  for (const [i, entry] of entries.entries()) {
    const text = [entry.zh, entry.en, entry.errmsg, labels.get(entry.platforms[0] ?? '') ?? ''];
    const said = [...text, synonymsOf(`${entry.en} ${entry.zh}`)].flatMap((part) => indexTokens(part, variants));
    const record = await index.addCustomRecord({
      // Two records at one address are one record to Pagefind: each needs its own.
      url: `/#e${i}`,
      language: 'en',
      content: [entry.code, ...said].join(' '),
      meta: { title: entry.code },
    });
    failOn(record.errors);
  }
  const { files, errors: unwritten } = await index.getFiles();
  failOn(unwritten);
  await pagefind.close();
  const kept = files.filter(({ path }) => !UNUSED.test(path));
  const ids = await idsOf(kept, entries.length);
  return [...kept, { path: IDS_FILE, content: new TextEncoder().encode(JSON.stringify(ids)) }];
}

/**
 * Pagefind's id of every entry, read back from the fragments it wrote: with it the browser needs no fragment. The form
 * of these files is not a documented contract, hence the pinned version and the check.
 */
async function idsOf(files: readonly IndexFile[], count: number): Promise<string[]> {
  const ids = new Array<string | undefined>(count).fill(undefined);
  for (const { path, content } of files) {
    const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (!name) continue;
    const text = (await promisify(gunzip)(content)).toString('utf8').slice(MAGIC.length);
    // One record is the file itself; several are bundled by id.
    const fragment = JSON.parse(text) as { url: string } | Record<string, { url: string }>;
    const records = typeof fragment.url === 'string' ? { [name]: { url: fragment.url } } : fragment;
    for (const [id, record] of Object.entries(records as Record<string, { url: string }>)) {
      ids[Number(/#e(\d+)$/.exec(record.url)?.[1])] = id;
    }
  }
  const lost = ids.flatMap((id, i) => (id ? [] : [i]));
  if (lost.length)
    throw new Error(
      `Pagefind: no id for the entries ${lost.slice(0, 10).join(', ')}; has the form of its fragments changed?`,
    );
  return ids as string[];
}
