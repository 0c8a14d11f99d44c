import { expect } from '@playwright/test';
import { tooWide } from '../fixtures/too-wide.ts';
import type { Tab } from './engine.ts';
import { eventually, test } from './test.ts';

const FIRST = '[data-results] > li';
const LOG = 'POST /cgi-bin/menu/create\n{"errcode":40013,"errmsg":"invalid appid"}';

const value = (tab: Tab, field: string) =>
  tab.evaluate((field) => document.querySelector<HTMLTextAreaElement | HTMLInputElement>(field)?.value, field);
const address = (tab: Tab) => tab.evaluate(() => location.pathname + location.search + location.hash);
const codesFound = (tab: Tab) =>
  tab.evaluate(() => [...document.querySelectorAll('[data-results] > li > a')].map((link) => link.textContent));
/** Whether a style holds for an element. */
const styleOf = (tab: Tab, selector: string, property: string) =>
  tab.evaluate(
    (selector, property) => {
      const element = document.querySelector(selector);
      return element && getComputedStyle(element).getPropertyValue(property);
    },
    selector,
    property,
  );

/** Opens a page that is there to search, whose box takes the focus; some browsers give it a moment after the page. */
async function openBox(tab: Tab, url: string) {
  await tab.goto(url);
  await eventually(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
}

/** Brings a text into the clipboard as a reader does: out of a field, with the keyboard. The field has the focus. */
async function cut(tab: Tab, text: string) {
  await tab.evaluate((text) => {
    const field = document.activeElement as HTMLTextAreaElement;
    field.value = text;
  }, text);
  await tab.press('Control+a');
  await tab.press('Control+x');
  await eventually(() => value(tab, ':focus')).toBe('');
}

for (const { language, root, said, words, part, heading } of [
  { language: 'English', root: '/', said: '1 code', words: 'not in the whitelist', part: 'whitelist', heading: '中文' },
  {
    language: 'Chinese',
    root: '/zh/',
    said: '1 个错误码',
    words: '如非白名单IP调用',
    part: '白名单',
    heading: 'English',
  },
]) {
  test.describe(`${language} pages`, () => {
    test('a number typed on the home page is answered, and Enter opens its page', async ({ tab, baseURL }) => {
      await openBox(tab, baseURL + root);
      await tab.type('40164');
      await eventually(() => tab.text(`${FIRST} > a`)).toBe('40164');
      expect(await tab.text(FIRST)).toContain(words);
      await eventually(() => tab.text('[data-status]')).toBe(said);
      await tab.press('Enter');
      await eventually(() => address(tab)).toBe(`${root}codes/40164/`);
      await eventually(() => tab.text('h1')).toBe('40164');
    });

    test('a log that is pasted is read with its lines, and stays out of the address', async ({ tab, baseURL }) => {
      await openBox(tab, baseURL + root);
      await cut(tab, LOG);
      await tab.press('Control+v');
      await eventually(() => tab.text(`${FIRST} > a`)).toBe('40013');
      expect(await value(tab, 'main textarea')).toBe(LOG);
      expect(await address(tab)).toBe(root);
      const cutOff = () =>
        tab.evaluate(() => {
          const field = document.querySelector('main textarea');
          return field && field.scrollHeight - field.clientHeight;
        });
      expect(await cutOff()).toBe(0);
    });

    test('a log is read in the one-line field of a page’s head too', async ({ tab, baseURL }) => {
      await openBox(tab, baseURL + root);
      await cut(tab, LOG);
      await tab.goto(`${baseURL}${root}codes/40001/`);
      await tab.press('/');
      await eventually(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      // The field's script comes with the focus. A paste before it is there would lose its lines, as in any such field.
      await tab.type('40164');
      await eventually(() => tab.text(`${FIRST} > a`)).toBe('40164');
      await tab.press('Control+a');
      await tab.press('Control+v');
      await eventually(() => tab.text(`${FIRST} > a`)).toBe('40013');
      expect(await value(tab, 'header input')).toBe(LOG.replace('\n', ' '));
    });

    test('a piece of either language is found as it is typed, and the arrows walk the results', async ({
      tab,
      baseURL,
    }) => {
      await openBox(tab, `${baseURL}${root}search/`);
      await tab.type(part);
      await eventually(() => address(tab)).toBe(`${root}search/?q=${encodeURIComponent(part)}`);
      await eventually(() => codesFound(tab)).toContain('40164');
      expect(await tab.text('[data-results] mark')).toContain(part);
      await tab.press('ArrowDown');
      await tab.press('ArrowDown');
      await eventually(() => tab.text(':focus')).toBe((await codesFound(tab))[1]);
    });

    test('full-text search adds what no entry says in these words', async ({ tab, baseURL }) => {
      await tab.goto(`${baseURL}${root}search/?q=exceeding+limits`);
      // Only the stem of “exceeding” is in this one, and only Pagefind knows stems.
      await eventually(() => codesFound(tab)).toContain('45033');
      await eventually(() => tab.evaluate(() => document.querySelector('[data-output]')?.ariaBusy)).toBe('false');
    });

    test('a link from a ticket marks its meaning, in both languages', async ({ tab, baseURL }) => {
      await tab.goto(`${baseURL}${root}codes/40001/#open-platform`);
      expect(await tab.text('#open-platform')).toContain('Invalid credential for the call.');
      expect(await tab.text('#open-platform')).toContain('不合法的调用凭证');
      expect(await styleOf(tab, '#open-platform', 'outline-style')).toBe('solid');
      expect(await styleOf(tab, '#official-account', 'outline-style')).toBe('none');
      expect(await tab.text('[data-language]')).toBe(heading);
      await tab.click('[data-language]');
      await eventually(() => address(tab)).toBe(`${root === '/' ? '/zh/' : '/'}codes/40001/#open-platform`);
    });

    test('“Copy for a ticket” copies, and what it copied is found again', async ({ tab, baseURL }) => {
      await tab.goto(`${baseURL}${root}codes/40001/`);
      await tab.click('#open-platform [data-share]');
      await eventually(() => value(tab, '.share textarea')).toContain('/codes/40001/#open-platform');
      await tab.click('.share button:nth-of-type(2)');
      await eventually(() => tab.evaluate(() => document.querySelector('.share'))).toBeNull();
      expect(await tab.text('[data-copy-status]')).not.toBe('');
      await openBox(tab, baseURL + root);
      await tab.press('Control+v');
      await eventually(() => value(tab, 'main textarea')).toContain('不合法的调用凭证');
      await eventually(() => tab.text(`${FIRST} > a`)).toBe('40001');
    });

    test('where the clipboard is denied, the text is marked to be copied by hand', async ({ tab, baseURL }) => {
      await tab.goto(`${baseURL}${root}codes/40001/`);
      await tab.evaluate(() => {
        const denied = { writeText: () => Promise.reject(new Error('denied')) };
        Object.defineProperty(navigator, 'clipboard', { value: denied });
      });
      await tab.click('#open-platform [data-share]');
      await eventually(() => value(tab, '.share textarea')).toContain('/codes/40001/#open-platform');
      await tab.click('.share button:nth-of-type(1)');
      await eventually(() => tab.text('.share [role=status]')).toContain('Ctrl+C');
      const link = await value(tab, '.share textarea');
      await tab.press('Control+c');
      await openBox(tab, baseURL + root);
      await tab.press('Control+v');
      await eventually(() => value(tab, 'main textarea')).toBe(link);
    });

    test('the whole table is filtered, and a code’s address leads to its row', async ({ tab, baseURL }) => {
      await tab.goto(`${baseURL}${root}codes/#40164`);
      await eventually(() => address(tab)).toBe(`${root}codes/#40164-official-account`);
      const top = () => tab.evaluate(() => document.querySelector(':target')?.getBoundingClientRect().top ?? -1);
      await eventually(async () => (await top()) > 0 && (await top()) < 400).toBe(true);
      await tab.click('[data-filter] input');
      await tab.type('ACCESS_token 超时');
      const rows = () =>
        tab.evaluate(
          () => [...document.querySelectorAll<HTMLElement>('tbody tr')].filter((row) => row.offsetHeight).length,
        );
      await eventually(rows).toBe(1);
      await tab.press('Control+a');
      await tab.type('zzzz');
      await eventually(rows).toBe(0);
      expect(await tab.text('[data-no-row] a')).toBe('zzzz');
    });

    test('a chosen theme stays, and can be undone', async ({ tab, baseURL }) => {
      await tab.goto(baseURL + root);
      expect(await styleOf(tab, 'body', 'background-color')).toBe('rgb(251, 252, 251)');
      await tab.click('[data-theme-button]');
      expect(await styleOf(tab, 'body', 'background-color')).toBe('rgb(13, 19, 16)');
      await tab.goto(`${baseURL}${root}codes/0/`);
      expect(await styleOf(tab, 'body', 'background-color')).toBe('rgb(13, 19, 16)');
      await tab.click('[data-theme-button]');
      expect(await styleOf(tab, 'body', 'background-color')).toBe('rgb(251, 252, 251)');
      expect(await tab.evaluate(() => localStorage.getItem('theme'))).toBeNull();
    });

    test('an address of an old form leads to its code', async ({ tab, baseURL }) => {
      await tab.goto(`${baseURL}${root}devtool/query?e=60020`);
      await eventually(() => address(tab)).toBe(`${root}codes/60020/`);
      await eventually(() => tab.text('h1')).toBe('60020');
    });

    test('nothing is wider than a phone', async ({ tab, baseURL }) => {
      await tab.resize(390, 800);
      const wide: string[] = [];
      for (const path of ['', 'codes/', 'codes/61454/', 'platforms/wecom/', 'about/api/', 'search/?q=token']) {
        await tab.goto(baseURL + root + path);
        await eventually(() => tab.evaluate(() => innerWidth)).toBe(390);
        if (path.startsWith('search')) await eventually(async () => (await codesFound(tab)).length).toBeGreaterThan(0);
        const over = await tab.evaluate(tooWide);
        if (over) wide.push(`${path}: ${over}`);
      }
      expect(wide).toEqual([]);
    });
  });
}
