/** With something missing, denied, broken or slow the site still answers, or says what to do. */

import { expect, type Page, test } from '@playwright/test';
import { stringsFor } from '../../src/i18n/strings.ts';
import { read, site } from '../fixtures/site.ts';

const first = (page: Page) => page.locator('[data-results] > li > a').first();
const box = (page: Page) => page.locator('[data-search] :is(input, textarea)');
const output = (page: Page) => page.locator('[data-output]');
const DATA = '**/data/entries-*.json';

/** Errors nobody caught, but those in Pagefind's own code: it says in the console what it misses, and goes on. */
function uncaught(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => {
    if (!message.includes('Pagefind')) errors.push(message);
  });
  return errors;
}

/** A search the second tier is asked for; both have done what they can when the box is no longer busy. */
async function searchAnswers(page: Page, path = '/search/?q=acess+token+expird') {
  await page.goto(path);
  await expect(page.locator('[data-results] > li').first()).toContainText('access_token');
  await expect(output(page)).toHaveAttribute('aria-busy', 'false');
  await box(page).fill('40164');
  await expect(first(page)).toHaveText('40164');
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('home and table are read, and nothing is offered that would not work', async ({ page }) => {
    for (const path of ['/', '/zh/']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[data-theme-button]')).toBeHidden();
      await page.locator('main a', { hasText: /^40164$/ }).click();
      await expect(page).toHaveURL(`${path}codes/40164/`);
      await expect(page.locator('[data-share]:visible, [data-copy]:visible')).toHaveCount(0);
    }
    await page.goto('/codes/#40013-official-account');
    await expect(page.locator('[id="40013-official-account"]')).toBeInViewport();
    await expect(page.locator('[data-filter]')).toBeHidden();
  });
});

test.describe('the second tier', () => {
  test('without WebAssembly, in page and worker, the first answers alone', async ({ page }) => {
    const errors = uncaught(page);
    await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
    const worker = site.files().find((file) => /^pagefind\/.*pagefind-worker\.js$/.test(file)) ?? '';
    let workers = 0;
    await page.route('**/pagefind-worker.js', (route) => {
      workers++;
      return route.fulfill({ contentType: 'text/javascript', body: `delete self.WebAssembly;${read(worker)}` });
    });
    await searchAnswers(page);
    expect([workers > 0, errors]).toEqual([true, []]);
  });

  test('without workers it runs in the page, or the first answers alone', async ({ page }) => {
    const errors = uncaught(page);
    await page.addInitScript(() => {
      window.Worker = class {
        constructor() {
          throw new DOMException('refused', 'SecurityError');
        }
      } as unknown as typeof Worker;
    });
    await searchAnswers(page);
    expect(errors).toEqual([]);
  });

  test('with any of its files missing or cut off, the first answers alone', async ({ page }) => {
    test.setTimeout(90_000);
    const errors = uncaught(page);
    for (const file of [/\/pagefind\.js/, /\/ids\.json/, /\/wasm\./, /\/index\/.*\.pf_index/, /\.pf_meta/]) {
      for (const response of [
        { status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' },
        // Cut off after the header of gzip. Its last four bytes are read as the size to allocate.
        { status: 200, body: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0]) },
      ]) {
        const requested = page.waitForRequest(file);
        await page.route(file, (route) => route.fulfill(response));
        await searchAnswers(page);
        await requested;
        await page.unroute(file);
      }
    }
    expect(errors).toEqual([]);
  });
});

test('where storage and service worker are denied, theme, search and what was shared still work', async ({ page }) => {
  const errors = uncaught(page);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await searchAnswers(page);
  await searchAnswers(page, '/search/?q=acess+token+expird#shared');
  await page.locator('[data-theme-button]').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => [typeof navigator.serviceWorker, 'serviceWorker' in navigator])).toEqual([
    'undefined',
    false,
  ]);
  expect(errors).toEqual([]);
});

test.describe('where service workers are allowed', () => {
  test.use({ serviceWorkers: 'allow' });

  test('one that is refused, or missing, is not missed', async ({ page }) => {
    const errors = uncaught(page);
    await page.addInitScript(() => {
      navigator.serviceWorker.register = () => {
        document.documentElement.dataset.asked = '';
        return Promise.reject(new DOMException('refused', 'SecurityError'));
      };
    });
    await page.goto('/codes/40001/');
    await expect(page.locator('html[data-asked]')).toBeAttached();
    await searchAnswers(page);
    expect(errors).toEqual([]);
  });
});

for (const [what, fulfil] of [
  ['missing', { status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' }],
  [
    'cut off',
    {
      status: 200,
      contentType: 'application/json',
      body: read(site.files().find((file) => file.startsWith('data/entries-')) ?? '').slice(0, 9000),
    },
  ],
  ['JSON of another kind', { status: 200, contentType: 'application/json', body: '{"entries":"none"}' }],
  ['null', { status: 200, contentType: 'application/json', body: 'null' }],
] as const) {
  test(`the data is ${what}: that is said, all else works, and trying again does too`, async ({ page }) => {
    const errors = uncaught(page);
    await page.route(DATA, (route) => route.fulfill(fulfil));
    await page.goto('/?q=40164');
    await expect(output(page)).toContainText('could not be loaded');
    await expect(output(page).getByRole('link', { name: 'All codes on one page' })).toBeVisible();
    await page.unroute(DATA);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(first(page)).toHaveText('40164');
    expect(errors).toEqual([]);
  });
}

test('without the script of the page a page is read, and a code typed is in the address of the search', async ({
  page,
}) => {
  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.goto('/codes/40001/#open-platform');
  await expect(page.locator('#open-platform')).toContainText('The credential used for the call is invalid.');
  await box(page).fill('40164');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=40164');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search the codes');
});

test('without the features a code typed is kept, and answered when they come back', async ({ page }) => {
  const errors = uncaught(page);
  await page.route('**/_astro/on-demand*.js', (route) => route.abort());
  await page.goto('/codes/40001/');
  await box(page).fill('40164');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=40164');
  await expect(box(page)).toHaveValue('40164');
  // A paste must not get into an address, whatever is broken.
  await page.goto('/codes/40001/');
  await box(page).fill('x'.repeat(65));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/codes/40001/');
  const share = page.locator('[data-share]').first();
  await share.click();
  await expect(share).toHaveText(stringsFor('en').code.copyFailed);
  await page.goto('/search/?q=45009');
  await expect(box(page)).toHaveValue('45009');
  await page.unroute('**/_astro/on-demand*.js');
  await box(page).blur();
  await box(page).focus();
  await expect(first(page)).toHaveText('45009');
  expect(errors).toEqual([]);
});

test('on a slow network: what was typed is answered when the data comes, and Enter opens the first result then', async ({
  page,
}) => {
  for (const path of ['/', '/zh/codes/40001/']) {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(DATA, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(DATA);
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await box(page).fill('40164');
    await asked;
    if (path === '/') {
      // Home asks for its data before its box works; until then Enter means what it means in any field.
      await expect(async () => {
        await box(page).fill('40164');
        await page.keyboard.press('Enter');
        expect(await box(page).inputValue()).toBe('40164');
      }).toPass();
    } else await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(/codes\/40164/);
    release();
    await expect(page).toHaveURL(/\/codes\/40164\/$/);
    await page.unroute(DATA);
  }
});
