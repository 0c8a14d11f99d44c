/** Latency per key: the time from an `input` event until its results are on the page. */
import type { Browser, Page } from '@playwright/test';
import { QUERY_LENGTH } from '../../src/lookup/query.ts';
import { queries } from '../fixtures/queries.ts';
import { site } from '../fixtures/site.ts';
import { median, percentile, type Section } from './report.ts';
import { serve } from './serve.ts';

/** First queries of a visit, one for each kind of answer. */
const COLD = ['40164', '不合法的url域名', 'coupon redeemed', 'acess token', '素材'];
/** A pasted log, asked among the warm queries. */
const LOG = '2026-11-22 10:00:01 ERROR call failed\n{"errcode":45009,"errmsg":"reach max api daily quota limit"}';
/** Every sixth query of the measured list is asked. */
const STEP = 6;
const GIVE_UP_MS = 60_000;

/** Milliseconds from the event until the instant tier has answered, and until both tiers have answered. */
type Timing = { instant: number; both: number };

const ask = (page: Page, query: string): Promise<Timing> =>
  page.evaluate(
    ({ query, length, giveUp }) => {
      const input = document.querySelector('main textarea') as HTMLTextAreaElement;
      const output = document.querySelector('main [data-output]') as HTMLElement;
      const put = (text: string) => {
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      put('');
      return new Promise<Timing>((resolve, reject) => {
        let instant: number | undefined;
        const timer = setTimeout(() => reject(new Error(`no answer to “${query}”`)), giveUp);
        const observer = new MutationObserver(() => {
          const list = output.querySelector('[data-results]');
          if (output.hidden || list?.getAttribute('data-query') !== query.slice(0, length)) return;
          const time = performance.now() - start;
          instant ??= time;
          if (output.getAttribute('aria-busy') !== 'false') return;
          clearTimeout(timer);
          observer.disconnect();
          resolve({ instant, both: time });
        });
        observer.observe(output, { childList: true, subtree: true, attributes: true });
        const start = performance.now();
        put(query);
      });
    },
    { query, length: QUERY_LENGTH, giveUp: GIVE_UP_MS },
  );

/** Opens home in a new profile and calls `run` once the network is idle. */
async function atHome<T>(browser: Browser, origin: string, run: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  page.on('console', (message) => {
    // Without full-text search the figures would be wrong, so the bench stops.
    if (message.text().startsWith('Full-text search is not available')) throw new Error(message.text());
  });
  await page.goto(origin + site.urls.page({ kind: 'home' }, 'en'), { waitUntil: 'networkidle' });
  const result = await run(page);
  await context.close();
  return result;
}

const row = (queries: string, timings: readonly Timing[]) => {
  const [instant, both] = [timings.map((timing) => timing.instant), timings.map((timing) => timing.both)];
  return {
    queries,
    times: timings.length,
    'instant ms': median(instant),
    'instant p95': percentile(instant, 0.95),
    'both tiers ms': median(both),
    'both tiers p95': percentile(both, 0.95),
  };
};

/** Asks the warm queries `runs` times in one page, and each cold query in `runs` new profiles. */
export async function measureLatency(browser: Browser, runs: number): Promise<Section> {
  const origin = await serve(site.dist);
  const sample = [...queries.filter((_, i) => i % STEP === 0), { query: LOG, category: 'log' }];
  const warm: (Timing & { kind: string })[] = [];
  await atHome(browser, origin, async (page) => {
    // The first round fetches every part of the index.
    for (let run = 0; run <= runs; run++)
      for (const { query, category } of sample) {
        const timing = await ask(page, query);
        if (run > 0) warm.push({ kind: category.split('-')[0] ?? '', ...timing });
      }
  });
  const cold: (Timing & { query: string })[] = [];
  for (let run = 0; run < runs; run++)
    for (const query of COLD) cold.push({ query, ...(await atHome(browser, origin, (page) => ask(page, query))) });
  return {
    title: 'Latency per key',
    rows: [
      row('warm: all', warm),
      ...[...Map.groupBy(warm, ({ kind }) => kind)].map(([kind, timings]) => row(`warm: ${kind}`, timings)),
      ...[...Map.groupBy(cold, ({ query }) => query)].map(([query, timings]) => row(`cold: ${query}`, timings)),
    ],
    notes: [
      'From the `input` event until the results are in the document, over loopback. Medians and 95th percentiles.',
      'Warm: everything was asked once before. Cold: the first query of a new profile, the page being loaded.',
      'Full-text search waits 60 ms for the next key. A query that is a code does not use it.',
    ],
  };
}
