/** The full-text tier: Pagefind in a worker, asked with our tokens. Fetched with the first query that needs it. */
import type { Wanted } from '../../lookup/search/plan.ts';
import { instant } from './instant.ts';

type Found = { results: { id: string; score: number }[] };
type Pagefind = { init(): Promise<void>; search(query: string): Promise<Found> };
type Engine = { pagefind: Pagefind; place: Map<string, number> };

let engine: Promise<Engine> | undefined;

async function open(): Promise<Engine> {
  const { fulltext: folder } = await instant();
  const [module, ids] = await Promise.all([
    import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<{ createInstance(options: object): Pagefind }>,
    fetch(`${folder}ids.json`).then((response) => response.json() as Promise<string[]>),
  ]);
  // Pagefind takes a query's language from <html lang> and offers no option for it; on a Chinese page it would cut our
  // pairs again. So the attribute is changed for the one synchronous call that reads it (Pagefind issue 593).
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
  return { pagefind, place: new Map(ids.map((id, i) => [id, i])) };
}

/** No entry has all tokens: one search a token, the rarer the more it counts; kept is what covers half of the weight. */
async function nearest({ pagefind }: Engine, wanted: readonly Wanted[], total: number): Promise<string[]> {
  const strong = wanted.filter(({ weak }) => !weak);
  const tokens = strong.length > 1 ? strong : wanted;
  const answers = await Promise.all(tokens.map(({ token }) => pagefind.search(token)));
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
export async function fulltext(wanted: readonly Wanted[], total: number): Promise<number[]> {
  // A failure is forgotten, so that the next query tries again: the network may be back.
  engine ??= open().catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  const running = await engine;
  const { results } = await running.pagefind.search(wanted.map(({ token }) => token).join(' '));
  const ids = results.length || wanted.length < 2 ? results.map(({ id }) => id) : await nearest(running, wanted, total);
  return ids.flatMap((id) => running.place.get(id) ?? []);
}
