/** Links in use: copied into tickets, followed from old tools, opened by the browser. */
import { expect, type Page, test } from '@playwright/test';
import { ticketText } from '../../src/client/ticket/ticket-text.ts';
import { browserStrings } from '../../src/i18n/browser-strings.ts';
import { MOUNTED, MOUNTED_AT } from '../fixtures/builds.ts';
import { catalog, entryOf, lookups } from '../fixtures/catalog.ts';
import { workerReady } from '../fixtures/page.ts';
import { mounted, site } from '../fixtures/site.ts';
import { find } from '../fixtures/small-catalog.ts';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

function ticket(id: string, path: string, origin: string, locale: 'en' | 'zh') {
  const { code, en, zh, errmsg, platforms, retry, who, guides } = entryOf(id);
  const t = browserStrings(locale);
  const facts = [
    [t.facts.retry, t.facts.retries[retry]],
    [t.facts.who, t.facts.actors[who]],
  ].flatMap(([term = '', value]) => (value ? [t.fact(term, value)] : []));
  const guide = guides.find(({ platform }) => platform === platforms[0]) ?? guides[0];
  const [cause] = guide?.causes ?? [];
  const check = cause && `${cause.symptom[locale]} → ${cause.cause[locale]} ${guide?.fixes[cause.fix - 1]?.[locale]}`;
  const { slug, name } = lookups.platform(platforms[0] ?? '');
  const url = `${origin}${path}codes/${code}/#${slug}`;
  return {
    code,
    platform: name,
    en,
    zh,
    errmsg,
    facts: facts.join(' · '),
    firstCheck: check ? t.fact(t.firstCheck, check) : '',
    url,
    date: catalog.meta.date,
  };
}

test('a meaning can be copied for a ticket in three formats, by keyboard', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const [path, locale] of [
    ['/', 'en'],
    ['/zh/', 'zh'],
  ] as const) {
    await page.goto(`${path}codes/40001/#open-platform`);
    const wanted = ticket('40001-open-platform', path, baseURL ?? '', locale);
    const button = page.locator('#open-platform [data-share]');
    for (const [presses, form] of ['link', 'text', 'markdown'].entries()) {
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.share button').first()).toBeFocused();
      for (let i = 0; i < presses; i++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.locator('.share')).toHaveCount(0);
      await expect(page.locator('[data-copy-status]')).toContainText(locale === 'en' ? 'Copied: ' : '已复制：');
      expect(await clipboard(page)).toBe(ticketText(form as 'link', wanted, locale));
      await expect(button).toBeFocused();
    }
  }
});

test('Escape closes the panel and returns the focus to its button', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/codes/40164/');
  const button = page.locator('[data-share]');
  await button.click();
  await expect(page.locator('.share')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.share')).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a table row is copied the same way, and its URL is in the address bar', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/codes/');
  await page.locator('[data-share="40013-official-account"]').click();
  await page.locator('.share').getByRole('button', { name: 'Plain text' }).click();
  await expect(page.locator('[data-copy-status]')).toHaveText('Copied: Plain text');
  expect(await clipboard(page)).toBe(
    ticketText('text', ticket('40013-official-account', '/', baseURL ?? '', 'en'), 'en'),
  );
  expect(new URL(page.url()).hash).toBe('#40013-official-account');
});

test('if the clipboard is denied, the text is selected for copying by hand', { tag: '@engines' }, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) },
    });
  });
  await page.goto('/codes/40164/');
  await page.locator('[data-share]').click();
  await page.locator('.share').getByRole('button', { name: 'Plain text' }).click();
  await expect(page.locator('.share [role=status]')).toContainText('Press Ctrl+C');
  const selected = await page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  expect(selected).toContain(`40164 · Official Account · 公众号\n${entryOf('40164-official-account').en}`);
});

test('copying reports a failure if the data cannot be fetched', async ({ page }) => {
  await page.goto('/codes/40164/');
  await page.route('**/data/entries-*', (route) => route.abort());
  const button = page.locator('[data-share]');
  await button.click();
  await expect(button).toHaveText('Could not copy.');
});

test('the anchor of a platform highlights its meaning, home platform or not', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/codes/40001/#open-platform');
  const outline = (id: string) => page.locator(`#${id}`).evaluate((node) => getComputedStyle(node).outlineStyle);
  expect(await outline('open-platform')).toBe('solid');
  expect(await outline('official-account')).toBe('none');
  await page.goto('/codes/40001/#mini-program');
  expect(await outline('official-account')).toBe('solid');
});

test('the OpenSearch description is valid, and its template opens results', async ({ page, baseURL }) => {
  for (const [each, file] of [
    [site, 'opensearch.xml'],
    [site, 'zh/opensearch.xml'],
    [mounted, 'opensearch.xml'],
  ] as const) {
    // Parsed outside our pages, whose Trusted Types policy rejects that.
    await page.goto('about:blank');
    const described = await page.evaluate((source) => {
      const xml = new DOMParser().parseFromString(source, 'application/xml');
      const value = (name: string) => xml.getElementsByTagName(name)[0]?.textContent ?? '';
      const url = [...xml.getElementsByTagName('Url')].find((node) => node.getAttribute('type') === 'text/html');
      return {
        errors: xml.querySelectorAll('parsererror').length,
        root: `${xml.documentElement.namespaceURI} ${xml.documentElement.localName}`,
        name: value('ShortName'),
        description: value('Description'),
        template: url?.getAttribute('template') ?? '',
      };
    }, each.read(file));
    expect(described.errors).toBe(0);
    expect(described.root).toBe('http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription');
    expect(described.name.length).toBeGreaterThan(0);
    expect(described.name.length).toBeLessThanOrEqual(16);
    expect(described.description.length).toBeLessThanOrEqual(1024);
    expect(described.template.startsWith(each.absolute('/'))).toBe(true);
    // The description has the published origin.
    const here = each === site ? (baseURL ?? '') : new URL(MOUNTED_AT).origin;
    await page.goto(
      described.template.replace('{searchTerms}', encodeURIComponent('企业微信 60020')).replace(each.origin, here),
    );
    await expect(page.locator('[data-results] > li > a').first()).toHaveText('60020');
    await expect(page.locator('main textarea')).toHaveValue('企业微信 60020');
  }
});

test('the bookmarklet looks up the selection, or only the code of a long one', async ({ page }) => {
  await page.goto('/about/tools/');
  const href = (await page.locator('[data-bookmarklet]').getAttribute('href')) ?? '';
  const script = decodeURIComponent(href.replace(/^javascript:/, ''));
  // The URL is recorded and not opened: opening and closing windows makes headless Chromium hang at times.
  await page.evaluate(() => {
    window.open = (url) => {
      document.body.dataset.opened = String(url);
      return null;
    };
  });
  const log = `2026-11-22 10:00:01 ERROR ${'x'.repeat(80)}\n{"errcode":40164,"errmsg":"invalid ip"}`;
  for (const [selected, query] of [
    ['invalid ip 不在白名单', 'invalid ip 不在白名单'],
    [log, '40164'],
    [`no code here ${'y'.repeat(80)}`, `no code here ${'y'.repeat(51)}`],
  ]) {
    await page.evaluate((text) => {
      const node = document.querySelector('main article') as HTMLElement;
      node.style.whiteSpace = 'pre';
      node.textContent = text;
      getSelection()?.selectAllChildren(node);
    }, selected ?? '');
    await page.evaluate(script);
    const url = new URL((await page.locator('body').getAttribute('data-opened')) ?? '');
    expect(`${url.origin}${url.pathname}`).toBe(`${site.origin}/search/`);
    expect(url.searchParams.get('q')).toBe(query);
  }
});

const SHARED = 'shared line one\n{"errcode":45009,"errmsg":"reach max"}';

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });
  test.describe.configure({ timeout: 90_000 });

  test('text shared to the app is looked up, and is in no URL', async ({ page }) => {
    for (const [base, heading] of [
      ['/', 'Search the codes'],
      ['/zh/', '搜索错误码'],
      [MOUNTED_AT, 'Search the codes'],
    ] as const) {
      await page.goto(base);
      await workerReady(page);
      // The system sends a form by POST.
      const requested: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      const manifest = await page.locator('link[rel=manifest]').getAttribute('href');
      await page.evaluate(
        async ([url, value]) => {
          const { share_target: target } = await (await fetch(url)).json();
          const form = document.createElement('form');
          Object.assign(form, target);
          const text = document.createElement('textarea');
          Object.assign(text, { name: target.params.text, value });
          form.append(text);
          document.body.append(form);
          form.submit();
        },
        [manifest ?? '', SHARED] as const,
      );
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      await expect(page.locator('main textarea')).toHaveValue(SHARED);
      await expect(page.locator('[data-results] > li > a').first()).toHaveText('45009');
      expect(page.url()).toMatch(/\/search\/$/);
      expect(requested.filter((url) => /shared|45009/.test(url.replace(/#shared$/, '')))).toEqual([]);
      await page.reload();
      await expect(page.locator('main textarea')).toHaveValue('');
    }
  });
});

test('URLs of old tools and former platform names redirect', async ({ page }) => {
  for (const [asked, answer] of [
    ['/platforms/work-wechat/', '/platforms/wecom/'],
    ['/zh/platforms/coupons/', '/zh/platforms/cards/'],
    ['/devtool/query?e=60020', '/codes/60020/'],
    ['/zh/devtool/query?e=60020#wecom', '/zh/codes/60020/#wecom'],
    ['/40164', '/codes/40164/'],
    ['/codes/40164.html', '/codes/40164/'],
    ['/codes/#40013', '/codes/#40013-official-account'],
  ]) {
    for (const base of ['/', MOUNTED_AT]) {
      await page.goto(base + asked?.slice(1));
      const end = new URL(base + answer?.slice(1), page.url()).href;
      await expect(page).toHaveURL(end);
    }
  }
});

test('with SITE_REPO, links report a mistake with its context and edit the row; without it they are absent', async ({
  page,
}) => {
  await page.goto('/codes/40164/');
  await expect(page.getByRole('link', { name: 'Report a mistake' })).toHaveCount(0);
  await page.goto('/?q=40999');
  await expect(page.locator('main [data-output]')).toContainText('40999 is not in our list');
  await expect(page.getByRole('link', { name: browserStrings('en').reportMissing })).toHaveCount(0);

  const entry = find(mounted.catalog.entries, ({ id }) => id)('40164-official-account');
  await page.goto(`${MOUNTED_AT}codes/40164/`);
  const report = new URL((await page.getByRole('link', { name: 'Report a mistake' }).getAttribute('href')) ?? '');
  expect(report.origin + report.pathname).toBe(`${MOUNTED.repository}/issues/new`);
  expect(report.searchParams.get('title')).toContain('40164 (Official Account)');
  for (const part of [
    entry.code,
    'Official Account',
    entry.en,
    entry.zh,
    entry.errmsg,
    mounted.absolute('/codes/40164/#official-account'),
  ]) {
    expect(report.searchParams.get('report')).toContain(part);
  }
  const edit = (await page.getByRole('link', { name: 'Edit this row' }).getAttribute('href')) ?? '';
  expect(edit).toBe(`${MOUNTED.repository}/blob/HEAD/data/codes.csv?plain=1#L${entry.line}`);
  await page.goto(`${MOUNTED_AT}zh/?q=40999`);
  const missing = new URL(
    (await page.getByRole('link', { name: browserStrings('zh').reportMissing }).getAttribute('href')) ?? '',
  );
  expect(missing.searchParams.get('report')).toContain('错误码：40999');
});

test('search, paste, language switch, ranges and table work under another path', async ({ page }) => {
  const start = MOUNTED_AT;
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(start)) outside.push(request.url());
  });
  await page.goto(start);
  await page.locator('main textarea').fill('acess token expird');
  await expect(page.locator('[data-results] > li > a').first()).toBeVisible();
  await page.locator('main textarea').fill('{"errcode":60020,"errmsg":"not allow to access from your ip"}');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${start}codes/60020/`);
  await page.locator('[data-language]').click();
  await expect(page).toHaveURL(`${start}zh/codes/60020/`);
  await page.goto(`${start}codes/`);
  await page.locator('[data-filter] input').fill('白名单');
  await expect(page.locator('table.codes tbody tr:not([hidden])').first()).toContainText('白名单');
  await page.goto(start);
  await page.locator('.ranges a', { hasText: '40xxx' }).click();
  await expect(page.locator('[id="40xxx"]')).toBeInViewport();
  expect(outside).toEqual([]);
});
