/** From the key to the results: the time between an `input` event and what it changes on the page. */
import type { Browser, Page } from '@playwright/test';
import { QUERY_LENGTH } from '../../src/lookup/query.ts';
import { site } from '../fixtures/site.ts';
import { type Chosen, chosenQueries } from './chosen-queries.ts';
import { openServer } from './server.ts';
import { median, percentile } from './statistics.ts';
import { milliseconds, type Row, type Section } from './table.ts';

/** Milliseconds from the event: first results, last change of the first five, both tiers at rest. */
type Timing = { first: number; last: number; rest: number };

/** None takes as long: then something is broken, and the measurement ends. */
const GIVE_UP_MS = 60_000;

/** What a first visitor may ask first, one for each way an answer is found. */
const COLD = ['40164', '不合法的url域名', 'coupon redeemed', 'acess token', '素材'];

const ask = (page: Page, query: string): Promise<Timing> =>
  page.evaluate(
    ({ query, length, giveUp }) => {
      const input = document.querySelector('main textarea') as HTMLTextAreaElement;
      const output = document.querySelector('main [data-output]') as HTMLElement;
      const put = (text: string) => {
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      const firstFive = () =>
        [...output.querySelectorAll('[data-results] > li')]
          .slice(0, 5)
          .map((item) => item.textContent)
          .join('\n');
      put('');
      return new Promise<Timing>((resolve, reject) => {
        let first: number | undefined;
        let last = 0;
        let shown = '';
        const timer = setTimeout(() => reject(new Error(`no answer to “${query}”`)), giveUp);
        const observer = new MutationObserver(() => {
          const time = performance.now() - start;
          const list = output.querySelector('[data-results]');
          if (output.hidden || list?.getAttribute('data-query') !== query.slice(0, length)) return;
          const now = firstFive();
          if (first === undefined || now !== shown) last = time;
          first ??= time;
          shown = now;
          if (output.getAttribute('aria-busy') !== 'false') return;
          clearTimeout(timer);
          observer.disconnect();
          resolve({ first, last, rest: time });
        });
        observer.observe(output, { childList: true, subtree: true, attributes: true });
        const start = performance.now();
        put(query);
      });
    },
    { query, length: QUERY_LENGTH, giveUp: GIVE_UP_MS },
  );

const figures = (timings: readonly Timing[]) =>
  (['first', 'last', 'rest'] as const).flatMap((which) => {
    const times = timings.map((timing) => timing[which]);
    return [milliseconds(median(times)), milliseconds(percentile(times, 0.95))];
  });

const row = (name: string, queries: number, timings: readonly Timing[]): Row => [
  name,
  queries,
  timings.length,
  ...figures(timings),
];

/** Opens home in a new browser profile, and runs when the network rests. @throws when the full-text search cannot run */
async function atHome<T>(browser: Browser, origin: string, run: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    let failed = '';
    page.on('console', (message) => {
      if (message.text().startsWith('Full-text search is not available')) failed = message.text();
    });
    await page.goto(origin + site.urls.page({ kind: 'home' }, 'en'), { waitUntil: 'networkidle' });
    const result = await run(page);
    if (failed) throw new Error(failed);
    return result;
  } finally {
    await context.close();
  }
}

/**
 * @param runs rounds over all queries; cold ones are as many
 * @throws when an answer does not come, or one of the tiers cannot run
 */
export async function measureLatency(browser: Browser, runs: number): Promise<Section> {
  const server = await openServer(site.dist);
  try {
    const cold: Row[] = [];
    for (const query of COLD) {
      const timings: Timing[] = [];
      for (let run = 0; run < runs; run++)
        timings.push(await atHome(browser, server.origin, (page) => ask(page, query)));
      cold.push(row(`cold: ${query}`, 1, timings));
    }
    const chosen = chosenQueries();
    const warm: (Chosen & Timing)[] = [];
    await atHome(browser, server.origin, async (page) => {
      // Once over all, so that every part of the index is there.
      for (const { query } of chosen) await ask(page, query);
      for (let run = 0; run < runs; run++)
        for (const each of chosen) warm.push({ ...each, ...(await ask(page, each.query)) });
    });
    const kinds = Map.groupBy(warm, ({ kind }) => kind);
    return {
      title: 'Key to results',
      head: ['query', 'queries', 'times', 'instant ms', 'p95', 'last change ms', 'p95', 'both tiers ms', 'p95'],
      rows: [
        ...[...kinds].map(([kind, timings]) => row(`warm: ${kind}`, timings.length / runs, timings)),
        row('warm: all', chosen.length, warm),
        ...cold,
      ],
      notes: [
        'From the `input` event to: the instant tier’s results; the last change of the first five; both tiers having answered. Median and 95th percentile, over loopback, in the document (the next frame shows it).',
        'Full-text search waits 60 ms for the next key, which is in the figures. A query that is a code does not ask it.',
        'Cold: new browser profile, the page up and the network at rest, then this as its first query. Warm: every query was asked once before.',
      ],
    };
  } finally {
    await server.stop();
  }
}
