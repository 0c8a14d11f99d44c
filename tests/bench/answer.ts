/** Time to answer: a script opens a site's start page and types until the whole meaning is in the viewport. */
import type { Browser, Page } from '@playwright/test';
import { HTML_LANG, type Locale } from '../../src/i18n/locales.ts';
import { catalog } from '../fixtures/catalog.ts';
import { site } from '../fixtures/site.ts';
import { median, type Section } from './report.ts';
import { serve } from './serve.ts';

/** What a reader looks for. `insert` enters the text at once, like a paste or an input method. */
type Task = { text: string; how: 'type' | 'insert'; code: string; locale: Locale };

const TASKS: Task[] = [
  { text: '40164', how: 'type', code: '40164', locale: 'en' },
  { text: '40048', how: 'insert', code: '40048', locale: 'zh' },
];

/** A site to measure. To compare another site, add it to `SITES`. */
type Site = {
  name: string;
  /** Served at the root. */
  folder: string;
  /** Path of the page a reader opens first. */
  start(locale: Locale): string;
  /** Enters the text after the first paint. */
  enter(page: Page, task: Task): Promise<void>;
  /** Selector of elements whose whole text may be the meaning. */
  meanings(locale: Locale): string;
};

const KEY_MS = 100;

/** Focuses a field and types into it. */
const intoField =
  (selector: string) =>
  async (page: Page, { text, how }: Task): Promise<void> => {
    await page.locator(selector).focus();
    if (how === 'type') await page.keyboard.type(text, { delay: KEY_MS });
    else await page.keyboard.insertText(text);
  };

const SITES: Site[] = [
  {
    name: 'this site',
    folder: site.dist,
    start: (locale) => site.urls.page({ kind: 'home' }, locale),
    enter: intoField('main textarea'),
    meanings: (locale) => `[data-results] [lang="${HTML_LANG[locale]}"]`,
  },
];

/** Slow 4G, with the figures of Lighthouse. */
const LINK = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, offline: false };
const CPU_SLOWED = 4;
const PHONE = { width: 412, height: 823 };
/** A headless browser builds its first frame late, so measuring starts after this time. */
const SETTLED_MS = 700;

declare global {
  interface Window {
    /** Milliseconds from navigation until the meaning was in the viewport. */
    answerSeen?: number;
  }
}

/** Checks in every frame whether the meaning is in the viewport. Runs in the page. */
function watchFor({ meaning, selector }: { meaning: string; selector: string }): void {
  const look = () => {
    for (const element of document.querySelectorAll(selector)) {
      if (element.textContent?.trim() !== meaning) continue;
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

type Times = { paint: number; answer: number };

/** Returns milliseconds from navigation. @throws if the catalog lacks the code or there is no answer */
async function measure(browser: Browser, origin: string, site: Site, task: Task, slow: boolean): Promise<Times> {
  const meaning = catalog.entries.find(({ code }) => code === task.code)?.[task.locale];
  if (!meaning) throw new Error(`the catalog lacks ${task.code}`);
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: PHONE });
  const page = await context.newPage();
  await page.addInitScript(watchFor, { meaning, selector: site.meanings(task.locale) });
  await page.waitForTimeout(SETTLED_MS);
  if (slow) await slowDown(page);
  await page.goto(origin + site.start(task.locale), { waitUntil: 'commit' });
  const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  await site.enter(page, task);
  const answer = await page.waitForFunction(() => window.answerSeen);
  const times = { paint: Number(await paint.jsonValue()), answer: Number(await answer.jsonValue()) };
  await context.close();
  return times;
}

/** Measures every site with every task, `runs` times on each link, in turn, so that a busy machine affects all of them. */
export async function measureAnswer(browser: Browser, runs: number): Promise<Section> {
  const servers = await Promise.all(SITES.map(async (site) => ({ site, origin: await serve(site.folder) })));
  const cases = [true, false].flatMap((slow) =>
    servers.flatMap(({ site, origin }) => TASKS.map((task) => ({ site, origin, task, slow, times: [] as Times[] }))),
  );
  // In the first round the server compresses the files.
  for (let run = 0; run <= runs; run++)
    for (const { site, origin, task, slow, times } of cases) {
      const measured = await measure(browser, origin, site, task, slow);
      if (run > 0) times.push(measured);
    }
  return {
    title: 'Time to answer',
    rows: cases.map(({ site, task, slow, times }) => {
      const answers = times.map(({ answer }) => answer);
      return {
        site: site.name,
        task: `${task.how} ${task.text}`,
        reader: task.locale,
        link: slow ? 'slow' : 'loopback',
        'first paint ms': median(times.map(({ paint }) => paint)),
        'answer ms': median(answers),
        'from–to': `${Math.round(Math.min(...answers))}–${Math.round(Math.max(...answers))}`,
      };
    }),
    notes: [
      `Milliseconds from navigation, medians of ${runs}. After the first paint the script types a key each ${KEY_MS} ms, or inserts the text at once. New profile, service worker blocked, ${PHONE.width} × ${PHONE.height} pixels.`,
      `Slow: ${LINK.latency} ms per request and 1.6 Mbit/s through the DevTools protocol, CPU slowed ${CPU_SLOWED} times. It leaves out the round trips of TCP and TLS, and slow start.`,
    ],
  };
}
