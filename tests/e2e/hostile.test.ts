/** Texts made to break pages, put into everything that takes text: nothing runs or becomes an element, and all still answers. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { NEXT } from '../fixtures/builds.ts';
import { ROOT } from '../fixtures/catalog.ts';
import { openHost } from '../fixtures/host.ts';
import { HOSTILE, sample } from '../fixtures/hostile.ts';
import { acceptedRows } from '../fixtures/hostile-rows.ts';
import { read } from '../fixtures/site.ts';
import { CANARY, watch } from '../fixtures/watch.ts';

// Seconds on an idle machine.
test.describe.configure({ timeout: 90_000 });

/** How a text gets in: typed, pasted, or in the address. */
type Way = 'typed' | 'pasted' | 'q' | 'e';

/** In a page there is no place for a text longer than addresses may be. */
const ADDRESS = 100_000;

/**
 * Puts each text into the page's search box and looks at the page when the first tier has answered.
 * @returns what was wrong, in words
 */
const feed = (page: Page, texts: readonly string[], way: Way) =>
  page.evaluate(
    async ([all, how]) => {
      const input = document.querySelector<HTMLTextAreaElement>('[data-search] :is(input, textarea)');
      const output = document.querySelector<HTMLElement>('[data-output]');
      if (!input || !output) throw new Error('no search box');
      const injectable =
        'script,style,link,meta,base,img,svg,math,iframe,object,embed,video,details,template,form,[onerror],[style]';
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
        // What was not found is repeated, as it was.
        const said = output.textContent ?? '';
        if (none && !/\d/.test(asked) && !said.includes(asked.trim()))
          wrong.push(`${i} is not repeated: ${said.slice(0, 80)}`);
      }
      return wrong.slice(0, 10);
    },
    [texts, way] as const,
  );

/** Afterwards: nothing ran, and the box answers. */
async function expectWell(page: Page, noticed: readonly string[]) {
  await page.locator('[data-search] :is(input, textarea)').fill('40164');
  await expect(page.locator('[data-results] > li > a').first()).toHaveText('40164');
  expect(await page.evaluate((name) => name in window, CANARY)).toBe(false);
  expect(noticed).toEqual([]);
}

const begin = (context: BrowserContext, baseURL: string | undefined) => watch(context, `${baseURL}/`);

test('there are 500 of them, all different', () => {
  expect(new Set(HOSTILE).size).toBe(500);
  expect(HOSTILE.filter((text) => text.length === 1_000_000)).toHaveLength(1);
});

for (const [way, path, all] of [
  // On home, which has the most to lay out, some, and those no address has room for.
  ['typed', '/', HOSTILE.filter(({ length }, i) => i % 20 === 0 || length >= ADDRESS)],
  ['typed', '/zh/search/', HOSTILE.filter((_, i) => i % 3 === 0)],
  ['pasted', '/zh/codes/40164/', HOSTILE],
  ['q', '/search/', HOSTILE.filter((_, i) => i % 3 === 1)],
  ['e', '/zh/search/', HOSTILE.filter((_, i) => i % 3 === 2)],
] as const) {
  test(`${way} on ${path}`, async ({ page, context, baseURL }) => {
    const noticed = await begin(context, baseURL);
    await page.goto(path);
    await page.locator('[data-search] :is(input, textarea)').fill('40001');
    await expect(page.locator('[data-results] > li').first()).toBeVisible();
    const inAddress = way === 'q' || way === 'e';
    const texts = inAddress ? all.filter(({ length }) => length < ADDRESS) : all;
    expect(await feed(page, texts, way)).toEqual([]);
    await expectWell(page, noticed);
  });
}

test('in the filter of the whole table', async ({ page, context, baseURL }) => {
  const noticed = await begin(context, baseURL);
  await page.goto('/codes/');
  const field = page.locator('[data-filter] input');
  await field.fill('zzzz');
  await expect(page.locator('[data-no-row]')).toBeVisible();
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
  await expect(page.locator('tbody tr:visible').first()).toContainText('40164');
  await expectWell(page, noticed);
});

test('in addresses opened anew: query, hash of a table and of a page, path nobody has', async ({
  page,
  context,
  baseURL,
}) => {
  const noticed = await begin(context, baseURL);
  // Any path, also one a server would refuse.
  await context.route(`${baseURL}/nowhere/**`, (route) =>
    route.fulfill({ status: 404, contentType: 'text/html; charset=utf-8', body: read('404.html') }),
  );
  const put = {
    query: (url: URL, text: string) => Object.assign(url, { pathname: '/search/', search: `?q=${text}` }),
    table: (url: URL, text: string) => Object.assign(url, { pathname: '/codes/', hash: text }),
    code: (url: URL, text: string) => Object.assign(url, { pathname: '/codes/40164/', hash: text }),
    nowhere: (url: URL, text: string) => Object.assign(url, { pathname: `/nowhere/${text}`, search: `?e=${text}` }),
  };
  const ways = Object.entries(put);
  // A path that ends in a code is led to its page, which is what is wanted.
  for (const [i, text] of sample(40).entries()) {
    const [, into] = ways[i % ways.length] ?? [];
    const url = into?.(new URL(baseURL ?? ''), text.slice(0, 2000))?.href ?? '';
    // The same page with another hash would not be opened anew.
    await page.goto('about:blank');
    await page.goto(url);
    expect([text, noticed]).toEqual([text, []]);
    if (i >= 40 - ways.length) await expectWell(page, noticed);
  }
});

test('as data: table, code pages and results show them as they are', async ({ page, context }) => {
  const rows = acceptedRows(ROOT, NEXT.hostile);
  expect(rows).toHaveLength(NEXT.hostile);
  const host = await openHost(NEXT.folder);
  const noticed = await watch(context, `${host.origin}/`);
  const squeezed = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');
  const missing: string[] = [];
  for (const language of ['', 'zh/']) {
    await page.goto(`${host.origin}/${language}codes/`);
    const texts = await page.evaluate(
      (ids) => ids.map((id) => document.getElementById(id)?.textContent ?? ''),
      rows.map(({ code, platforms }) => `${code}-${platforms}`),
    );
    missing.push(
      ...rows
        .filter(({ en, zh }, i) => ![en, zh].every((each) => squeezed(texts[i] ?? '').includes(squeezed(each))))
        .map(({ code }) => `table ${code}`),
    );
  }
  // The table has shown all; pages and results are made alike.
  const some = rows.filter((_, i) => i % 3 === 0);
  for (const [i, { code, en, zh, errmsg, note_en, note_zh }] of some.entries()) {
    await page.goto(`${host.origin}/${i % 2 ? 'zh/' : ''}codes/${code}/`);
    const text = squeezed(await page.locator('main').textContent());
    for (const each of [en, zh, errmsg, i % 2 ? note_zh : note_en]) {
      if (!text.includes(squeezed(each))) missing.push(`page ${code}: ${each}`);
    }
    expect(await page.locator('main').locator('script, img, svg, iframe, form, style').count()).toBe(0);
  }
  await page.goto(`${host.origin}/search/`);
  for (const { code, en } of some) {
    await page.locator('main textarea').fill(code);
    await expect(page.locator('[data-results] > li > a').first()).toHaveText(code);
    const text = squeezed(await page.locator('[data-results] > li').first().textContent());
    if (!text.includes(squeezed(en))) missing.push(`result ${code}`);
  }
  expect(missing).toEqual([]);
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
  const wrong = await feed(page, ['plain', '<img src=x onerror=window.pwned=1>', 'p<b>q</b>'], 'typed');
  expect(wrong).toEqual([
    expect.stringContaining('1 put an element into the page'),
    expect.stringContaining('2 is not repeated'),
  ]);
  await expect.poll(() => page.evaluate((name) => name in window, CANARY)).toBe(true);
  expect(noticed.join()).toContain('404');
});
