/** Hostile texts in every place that takes text: none runs or becomes an element, and the page still answers. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { NEXT } from '../fixtures/builds.ts';
import { ROOT } from '../fixtures/catalog.ts';
import { openHost } from '../fixtures/host.ts';
import { HOSTILE } from '../fixtures/hostile.ts';
import { acceptedRows } from '../fixtures/hostile-rows.ts';
import { read } from '../fixtures/site.ts';
import { CANARY, watch } from '../fixtures/watch.ts';

/** How a text gets in: typed, pasted, or as a parameter of the URL. */
type Way = 'typed' | 'pasted' | 'q' | 'e';

/** Texts that fit into a URL. */
const SHORT = HOSTILE.filter(({ length }) => length < 100_000);

/**
 * Puts each text into the page's search box and checks the page when the first tier has answered.
 * @returns what was wrong, in words
 */
const feed = (page: Page, texts: readonly string[], way: Way) =>
  page.evaluate(
    async ([all, how]) => {
      const input = document.querySelector<HTMLTextAreaElement>('[data-search] :is(input, textarea)');
      const output = document.querySelector<HTMLElement>('[data-output]');
      if (!input || !output) throw new Error('no search box');
      // Scripts that are fetched on demand preload what they import.
      const injectable =
        'script,style,link:not([rel=modulepreload]),meta,base,img,svg,math,iframe,object,embed,video,details,template,form,[onerror],[style]';
      const count = () => document.querySelectorAll(injectable).length;
      const before = count();
      const turn = () => new Promise((resolve) => setTimeout(resolve));
      const type = () => input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const paste = (text: string) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        if (!input.dispatchEvent(event)) return clipboardData.getData('text/plain');
        input.value = text;
        type();
        return input.value;
      };
      const enter = (text: string) => {
        if (how === 'pasted') return paste(text);
        if (how === 'typed') {
          input.value = text;
          type();
        } else {
          history.replaceState(null, '', `?${new URLSearchParams({ [how]: text })}`);
          dispatchEvent(new PopStateEvent('popstate'));
        }
        return input.value;
      };
      const wrong: string[] = [];
      for (const [i, text] of all.entries()) {
        const asked = enter(text);
        const list = () => output.querySelector('[data-results]');
        const answered = () =>
          asked.trim() ? list()?.getAttribute('data-query') === asked.slice(0, 64) : output.hidden;
        while (!answered()) await turn();
        if (count() !== before) wrong.push(`${i} put an element into the page: ${text.slice(0, 80)}`);
        const none = asked.trim() && !list()?.children.length && asked.length <= 64;
        // A query that was not found is repeated, as it was; a paste is not.
        const said = output.textContent ?? '';
        if (none && !/[\d\n]|[{<]\/?\w+["'>]|\w[=(]/.test(asked) && !said.includes(asked.trim()))
          wrong.push(`${i} is not repeated: ${said.slice(0, 80)}`);
      }
      return wrong.slice(0, 10);
    },
    [texts, way] as const,
  );

/** Afterwards: nothing ran, and the box answers. */
async function expectWell(page: Page, noticed: readonly string[]) {
  const box = page.locator('[data-search] :is(input, textarea)');
  // The box of the whole table filters it.
  if (!(await box.count())) await page.goto('/search/');
  await box.fill('40164');
  await expect(page.locator('[data-results] > li > a').first()).toHaveText('40164');
  expect(await page.evaluate((name) => name in window, CANARY)).toBe(false);
  expect(noticed).toEqual([]);
}

const begin = (context: BrowserContext, baseURL: string | undefined) => watch(context, `${baseURL}/`);

for (const [way, path] of [
  ['typed', '/'],
  ['typed', '/zh/search/'],
  ['pasted', '/zh/codes/40164/'],
  ['q', '/search/'],
  ['e', '/zh/search/'],
] as const) {
  test(`${way} on ${path}`, async ({ page, context, baseURL }) => {
    const noticed = await begin(context, baseURL);
    await page.goto(path);
    await page.locator('[data-search] :is(input, textarea)').fill('40001');
    await expect(page.locator('[data-results] > li').first()).toBeVisible();
    expect(await feed(page, way === 'q' || way === 'e' ? SHORT : HOSTILE, way)).toEqual([]);
    await expectWell(page, noticed);
  });
}

test('in the filter of the whole table', async ({ page, context, baseURL }) => {
  const noticed = await begin(context, baseURL);
  await page.goto('/codes/');
  const field = page.locator('[data-filter] input');
  await field.fill('zzzz');
  await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-no-row]')?.hidden === false);
  const wrong = await page.evaluate((texts) => {
    const input = document.querySelector('[data-filter] input') as HTMLInputElement;
    const link = document.querySelector('[data-no-row] a') as HTMLAnchorElement;
    const before = document.querySelectorAll('*').length;
    return texts.filter((text) => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const same = link.textContent === input.value && link.origin === location.origin && link.pathname === '/search/';
      return !same || document.querySelectorAll('*').length !== before;
    });
  }, HOSTILE);
  expect(wrong).toEqual([]);
  await field.fill('40164');
  await expect(page.locator('tbody tr:not([hidden])').first()).toContainText('40164');
  await expectWell(page, noticed);
});

test('in opened URLs: query, hash of a table and of a page, unknown path', async ({ page, context, baseURL }) => {
  test.setTimeout(90_000);
  const noticed = await begin(context, baseURL);
  // Any path, including those a server would refuse.
  await context.route(`${baseURL}/nowhere/**`, (route) =>
    route.fulfill({ status: 404, contentType: 'text/html; charset=utf-8', body: read('404.html') }),
  );
  const ways = [
    (text: string) => ({ pathname: '/search/', search: `?q=${text}` }),
    (text: string) => ({ pathname: '/codes/', hash: text }),
    (text: string) => ({ pathname: '/codes/40164/', hash: text }),
    (text: string) => ({ pathname: `/nowhere/${text}`, search: `?e=${text}` }),
  ];
  for (const [i, text] of SHORT.entries()) {
    const parts = ways[i % ways.length]?.(text);
    // An unknown path that ends in a code may still be on its way to the code's page.
    await expect(async () => {
      // Otherwise a URL that differs in its hash only would not load the page.
      await page.goto('about:blank');
      await page.goto(Object.assign(new URL(baseURL ?? ''), parts).href);
    }).toPass();
    expect([text, noticed]).toEqual([text, []]);
    if (i >= SHORT.length - ways.length) await expectWell(page, noticed);
  }
});

test('as data: table, code pages and results show accepted texts unchanged', async ({ page, context }) => {
  test.setTimeout(90_000);
  const rows = acceptedRows(ROOT);
  const host = await openHost(NEXT.folder);
  const noticed = await watch(context, `${host.origin}/`);
  const squeezed = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');
  for (const language of ['', 'zh/']) {
    await page.goto(`${host.origin}/${language}codes/`);
    for (const { code, platforms, en, zh } of rows) {
      const text = squeezed(await page.locator(`[id="${code}-${platforms}"]`).textContent());
      expect([text.includes(squeezed(en)), text.includes(squeezed(zh))], code).toEqual([true, true]);
    }
  }
  for (const [i, { code, en, zh, errmsg, note_en, note_zh }] of rows.entries()) {
    await page.goto(`${host.origin}/${i % 2 ? 'zh/' : ''}codes/${code}/`);
    const text = squeezed(await page.locator('main').textContent());
    for (const each of [en, zh, errmsg, i % 2 ? note_zh : note_en]) expect(text).toContain(squeezed(each));
    expect(await page.locator('main').locator('script, img, svg, iframe, form, style').count()).toBe(0);
  }
  await page.goto(`${host.origin}/search/`);
  for (const { code, en } of rows) {
    await page.locator('main textarea').fill(code);
    const result = page.locator('[data-results] > li').first();
    await expect(result.locator('> a')).toHaveText(code);
    expect(squeezed(await result.textContent())).toContain(squeezed(en));
  }
  await expectWell(page, noticed);
  await host.stop();
});

test('a page that is easily broken is seen to break', async ({ page, context, baseURL }) => {
  const noticed = await begin(context, baseURL);
  await context.route('**/breakable/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><div data-search><textarea></textarea><div data-output></div></div><script>
        const [input, output] = document.querySelectorAll('textarea, [data-output]');
        input.addEventListener('input', () => {
          output.innerHTML = input.value + '<ol data-results></ol>';
          output.querySelector('[data-results]:last-child')?.setAttribute('data-query', input.value.slice(0, 64));
        });
      </script>`,
    }),
  );
  await page.goto('/breakable/');
  const wrong = await feed(page, ['plain', '<img src=x onerror=window.pwned=1>', 'p&amp;q'], 'typed');
  expect(wrong).toEqual([
    expect.stringContaining('1 put an element into the page'),
    expect.stringContaining('2 is not repeated'),
  ]);
  await expect.poll(() => page.evaluate((name) => name in window, CANARY)).toBe(true);
  expect(noticed.join()).toContain('404');
});
