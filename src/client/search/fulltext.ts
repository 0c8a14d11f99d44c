/** The full-text search: Pagefind in a worker, asked with our tokens. Loaded by the first query that needs it. */
import type { QueryToken } from '../../lookup/search/plan.ts';
import { instant } from './instant.ts';

type PagefindResults = { results: { id: string; score: number }[] };
type Pagefind = { init(): Promise<void>; search(query: string): Promise<PagefindResults> };
/** `indexOf` maps Pagefind's ids to entry indices. */
type Engine = { pagefind: Pagefind; indexOf: Map<string, number> };

let engine: Promise<Engine> | undefined;

async function load(): Promise<Engine> {
  const { fulltext: folder } = await instant();
  const [module, ids] = await Promise.all([
    import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<{ createInstance(options: object): Pagefind }>,
    fetch(`${folder}ids.json`).then((response) => response.json() as Promise<string[]>),
  ]);
  // Pagefind takes the language of queries from <html lang> and has no option for it; on a Chinese page it would segment
  // our pairs again. So the attribute is changed for the one synchronous call that reads it (Pagefind issue 593).
  const root = document.documentElement;
  const { lang } = root;
  root.lang = 'en';
  let pagefind: Pagefind;
  try {
    pagefind = module.createInstance({ ranking: { termFrequency: 0.5 }, metaCacheTag: folder.split('/').at(-2) });
  } finally {
    root.lang = lang;
  }
  await pagefind.init();
  return { pagefind, indexOf: new Map(ids.map((id, i) => [id, i])) };
}

/**
 * Searches for each token alone, for queries that no entry matches in full. The rarer a token, the more it counts.
 * @returns ids of the entries that cover half of the weight, best first
 */
async function searchEach({ pagefind }: Engine, tokens: readonly QueryToken[], total: number): Promise<string[]> {
  const strong = tokens.filter(({ weak }) => !weak);
  const decisive = strong.length > 1 ? strong : tokens;
  const answers = await Promise.all(decisive.map(({ token }) => pagefind.search(token)));
  const scores = new Map<string, { covered: number; score: number }>();
  let sum = 0;
  for (const { results } of answers) {
    const weight = results.length ? Math.log(1 + total / results.length) : 0;
    const best = results[0]?.score || 1;
    sum += weight;
    for (const { id, score } of results) {
      const entry = scores.get(id) ?? { covered: 0, score: 0 };
      entry.covered += weight;
      entry.score += weight * (1 + (0.2 * score) / best);
      scores.set(id, entry);
    }
  }
  return [...scores]
    .filter(([, { covered }]) => covered >= sum / 2)
    .sort(([, a], [, b]) => b.score - a.score)
    .map(([id]) => id);
}

/**
 * @param total number of entries
 * @returns entry indices, best first
 * @throws when Pagefind cannot run here (no WebAssembly, blocked, offline): the instant tier then answers alone
 */
export async function fullTextSearch(tokens: readonly QueryToken[], total: number): Promise<number[]> {
  // After a failure the next query tries again: the network may be back.
  engine ??= load().catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  const running = await engine;
  const { results } = await running.pagefind.search(tokens.map(({ token }) => token).join(' '));
  const ids =
    results.length || tokens.length < 2 ? results.map(({ id }) => id) : await searchEach(running, tokens, total);
  return ids.flatMap((id) => running.indexOf.get(id) ?? []);
}
