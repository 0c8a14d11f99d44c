/** The policy of the pages and what they need agree: used in every way, no page is refused anything, or asks elsewhere. */
import { expect, type Page, test } from '@playwright/test';
import { MOUNTED_AT } from '../fixtures/builds.ts';
import { mounted, pageAt, site } from '../fixtures/site.ts';
import { stored, watch } from '../fixtures/watch.ts';

const output = (page: Page) => page.locator('main [data-output]');

/** A search that needs both tiers; the second has answered when the box is no longer busy. */
async function searchBothTiers(page: Page) {
  const index = page.waitForResponse(/\/pagefind\/.*\.pf_index/);
  await page.locator('main textarea').fill('acess token expird');
  await index;
  await expect(output(page)).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('[data-results] > li').first()).toBeVisible();
}

async function copyForTicket(page: Page) {
  await page.locator('[data-copy]').first().click();
  await expect(page.locator('[data-copy-status]')).toHaveText(/./);
  await page.locator('[data-share]').first().click();
  await page.locator('.share button').last().click();
  await expect(page.locator('.share')).toHaveCount(0);
}

/** Where a reader rests on a link, the browser may fetch its page ahead. */
const follow = (page: Page) => page.locator('footer a').first().hover();

/** Pages of every kind, below the root of a language, and how they are used. */
const KINDS: Record<string, (page: Page) => Promise<void>> = {
  '': async (page) => {
    await searchBothTiers(page);
    await page.locator('[data-theme-button]').click();
  },
  'search/?q=token': async (page) => {
    await output(page)
      .locator('button[aria-pressed]', { hasText: /Official Acc|公众号/ })
      .click();
    await expect(page).toHaveURL(/&p=/);
    await page.locator('main textarea').fill(`{"errcode":40164,"errmsg":"invalid ip ${'x'.repeat(64)}"}`);
    await output(page)
      .getByRole('button', { name: /ticket|工单/ })
      .first()
      .click();
    await expect(output(page).locator('[role=status]')).toHaveText(/./);
  },
  'codes/40164/': copyForTicket,
  'codes/40001/#open-platform': copyForTicket,
  'codes/': async (page) => {
    await page.locator('[data-filter] input').fill('白名单');
    await expect(page.locator('tbody tr:not([hidden])').first()).toContainText('白名单');
    await page.locator('tbody tr:not([hidden]) [data-share]').first().click();
    await page.locator('.share button').first().click();
    await expect(page.locator('.share')).toHaveCount(0);
  },
  'platforms/': async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('40013');
    await expect(page.locator('[data-results] > li').first()).toBeVisible();
  },
  'platforms/wecom/': follow,
  'topics/': follow,
  'topics/messages/': follow,
  'about/': follow,
  'about/paste/': follow,
  'about/tools/': async (page) => {
    await page.locator('main [data-copy]').first().click();
    await expect(page.locator('[data-copy-status]')).toHaveText(/./);
    // Its script must not run: clicked on its own page it asks to be dragged.
    await page.locator('[data-bookmarklet]').click();
    await expect(page.locator('main dl [role=status]')).toHaveText(/drag it there|先把它拖到书签栏/);
    await expect(page).toHaveURL(/about\/tools\/$/);
    expect(page.context().pages()).toHaveLength(1);
  },
  'about/api/': async (page) => {
    await page.locator('main [data-copy]').first().click();
    await expect(page.locator('[data-copy-status]')).toHaveText(/./);
  },
  'changes/': follow,
  'platforms/work-wechat/': (page) => expect(page).toHaveURL(/\/platforms\/wecom\/$/),
  'no/such/page': searchBothTiers,
};

for (const [each, language] of [
  [site, ''],
  [mounted, 'zh/'],
] as const) {
  test(`${each.name} ${language || 'en/'}: in use, no page violates its policy, asks elsewhere or stores more than a theme and codes`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(90_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const start = each === mounted ? MOUNTED_AT : `${baseURL}/`;
    const noticed = await watch(context, start);
    for (const [path, use] of Object.entries(KINDS)) {
      await page.goto(start + language + path);
      await use(page);
      const other = page.locator('header [data-language]');
      const target = await other.getAttribute('hreflang');
      await other.click();
      await expect(page.locator('html')).toHaveAttribute('lang', target ?? '');
      expect([path, noticed]).toEqual([path, []]);
    }
    // The theme was chosen on the first page.
    expect(await stored(page)).toEqual(['localStorage recent-codes', 'localStorage theme']);
  });
}

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('it is refused nothing either, and keeps pages in caches alone', async ({ page, context, baseURL }) => {
    test.setTimeout(90_000);
    const noticed = await watch(context, `${baseURL}/`);
    await page.goto('/codes/40001/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto('/');
    await searchBothTiers(page);
    expect(noticed).toEqual([]);
    expect(await stored(page)).toEqual(['localStorage recent-codes']);
    const caches = await page.evaluate(() => self.caches.keys());
    expect(caches.length).toBeGreaterThan(0);
    expect(caches.filter((name) => !name.endsWith(`${baseURL}/`))).toEqual([]);
  });
});

test('what is watched for is noticed, each thing where it happens', async ({ page, context, baseURL }) => {
  const { html } = pageAt('/about/');
  const [policy = ''] = /<meta http-equiv="content-security-policy"[^>]*>/.exec(html) ?? [];
  const serve = (body: string) =>
    context.route('**/about/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  const noticed = await watch(context, `${baseURL}/`);
  const open = async () => {
    noticed.length = 0;
    await page.goto('/about/');
    await stored(page);
    return noticed.join('\n');
  };
  for (const [markup, says] of [
    ['<script>window.pwned = 1</script>', 'violation of script-src-elem: inline'],
    ['<img src="https://elsewhere.example/x.png">', 'violation of img-src: https://elsewhere.example/x.png'],
  ] as const) {
    await serve(html.replace('</main>', () => `${markup}</main>`));
    expect(await open(), markup).toContain(says);
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  }
  // With the policy, text as code or as markup is refused from within too.
  await serve(html);
  await open();
  for (const [attempt, says] of [
    // biome-ignore lint/plugin: the attempt that must be refused
    [() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'), 'violation of require-trusted-types-for'],
    [
      () => document.createElement('script').setAttribute('src', 'https://elsewhere.example/'),
      'Not a script of this site',
    ],
    [
      () => fetch('https://elsewhere.example/').then(() => undefined),
      'violation of connect-src: https://elsewhere.example/',
    ],
  ] as const) {
    noticed.length = 0;
    const refused = await page.evaluate(attempt).then(
      () => 'allowed',
      (error: Error) => error.message,
    );
    await stored(page);
    expect([refused, ...noticed].join('\n')).toContain(says);
  }
  // Without the policy: what only the watch notices.
  const bare = html.replace(policy, '');
  await context.route('https://elsewhere.example/**', (route) => route.abort());
  for (const [script, says] of [
    ['new Image().src = "https://elsewhere.example/x.png"', 'request to https://elsewhere.example/x.png'],
    ['throw new Error("broken")', 'page error: broken'],
    ['console.error("broken")', 'console: broken'],
    ['alert("broken")', 'dialog: broken'],
  ] as const) {
    await serve(bare.replace('</main>', () => `<script>${script}</script></main>`));
    expect(await open(), script).toContain(says);
  }
  await serve(
    bare.replace(
      '</main>',
      '<script>document.cookie="a=1";sessionStorage.b=1;localStorage.c=1;indexedDB.open("d")</script></main>',
    ),
  );
  await open();
  expect(await stored(page)).toEqual(['cookie a', 'localStorage c', 'sessionStorage b', 'database d']);
});
