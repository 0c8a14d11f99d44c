/** Time to answer: a robot with a keyboard opens home, types, and stops when the whole meaning is in view. */
import type { Browser, Page } from '@playwright/test';
import { HTML_LANG, type Locale } from '../../src/i18n/locales.ts';
import { catalog } from '../fixtures/catalog.ts';
import { site } from '../fixtures/site.ts';
import { openServer } from './server.ts';
import { median } from './statistics.ts';
import { milliseconds, type Row, type Section } from './table.ts';

/** What is asked for, and how it gets into the field. */
type Task = { code: string; locale: Locale; how: 'typed' | 'put in at once' };

const TASKS: readonly Task[] = [
  { code: '40164', locale: 'en', how: 'typed' },
  { code: '40048', locale: 'zh', how: 'put in at once' },
];
const KEY_MS = 100;
/** From opening an empty page to the clock's start. */
const SETTLED_MS = 700;
/** Slow 4G as Lighthouse has it. */
const LINK = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, offline: false };
const CPU_SLOWED = 4;
const PHONE = { width: 412, height: 823 };

declare global {
  interface Window {
    /** When the meaning was first seen, in milliseconds from navigation. */
    answerSeen?: number;
  }
}

/** Looks at every frame, from the beginning, whether the text stands whole in the viewport. Runs in the page. */
function lookFor({ text, lang }: { text: string; lang: string }): void {
  const look = () => {
    for (const element of document.querySelectorAll(`[data-results] [lang="${lang}"]`)) {
      if (element.textContent !== text) continue;
      const { top, bottom, left, right } = element.getBoundingClientRect();
      if (top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && bottom > top) {
        window.answerSeen = performance.now();
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWED });
}

/** Milliseconds from navigation: something is painted and the field has the focus; the answer is in view. */
type Run = { ready: number; seen: number };

async function answer(browser: Browser, origin: string, { code, locale, how }: Task, slow: boolean): Promise<Run> {
  const text = catalog.entries.find((entry) => entry.code === code)?.[locale];
  if (!text) throw new Error(`the catalog has no ${code}`);
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: PHONE });
  try {
    const page = await context.newPage();
    await page.addInitScript(lookFor, { text, lang: HTML_LANG[locale] });
    // A browser without windows builds its first one now, which no reader's browser does when a page is opened.
    await page.waitForTimeout(SETTLED_MS);
    if (slow) await slowDown(page);
    await page.goto(origin + site.urls.page({ kind: 'home' }, locale), { waitUntil: 'commit' });
    const ready = await page.waitForFunction(() => {
      const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
      return painted && document.activeElement?.matches('main textarea') && performance.now();
    });
    if (how === 'typed') await page.keyboard.type(code, { delay: KEY_MS });
    else await page.keyboard.insertText(text);
    const seen = await page.waitForFunction(() => window.answerSeen);
    return { ready: Number(await ready.jsonValue()), seen: Number(await seen.jsonValue()) };
  } finally {
    await context.close();
  }
}

/**
 * @param runs of each task on each link
 * @throws when the answer does not come into view
 */
export async function measureAnswer(browser: Browser, runs: number): Promise<Section> {
  const server = await openServer(site.dist);
  try {
    // The host has compressed what it sends before the clock runs.
    for (const task of TASKS) await answer(browser, server.origin, task, false);
    const rows: Row[] = [];
    for (const slow of [true, false]) {
      const all = new Map<Task, Run[]>(TASKS.map((task) => [task, []]));
      // In turn, so that a busy moment of the machine does not fall on one task alone.
      for (let run = 0; run < runs; run++)
        for (const [task, done] of all) done.push(await answer(browser, server.origin, task, slow));
      for (const [{ code, locale, how }, done] of all) {
        const seen = done.map((run) => run.seen);
        rows.push([
          `${code}, ${how}`,
          locale,
          slow ? 'slow' : 'loopback',
          milliseconds(median(done.map(({ ready }) => ready))),
          milliseconds(median(seen)),
          `${milliseconds(Math.min(...seen))}–${milliseconds(Math.max(...seen))}`,
          runs,
        ]);
      }
    }
    return {
      title: 'Time to answer',
      head: ['what', 'language', 'link', 'may type after ms', 'answer in view after ms', 'from–to', 'runs'],
      rows,
      notes: [
        `From navigation; medians. Slow: ${LINK.latency} ms for each request and 1.6 Mbit/s by the DevTools protocol, CPU slowed ${CPU_SLOWED} times. The protocol adds no time for opening a connection (TCP, TLS) and no slow start, which a real link does: two round trips, 300 ms, for TCP and TLS 1.3 alone.`,
        `Waits for the first paint and for the focus, then types a key each ${KEY_MS} ms (40164), or has the text in the field at once as a paste or an input method does (40048: its whole Chinese text). New browser profile, an empty page for ${SETTLED_MS} ms before the clock runs, service worker blocked, ${PHONE.width} × ${PHONE.height} pixels. No time for reading or thinking.`,
      ],
    };
  } finally {
    await server.stop();
  }
}
