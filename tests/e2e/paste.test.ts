import { expect, type Page, test } from '@playwright/test';
import { browserStrings } from '../../src/i18n/browser-strings.ts';
import { entryOf } from '../fixtures/catalog.ts';

const BODY = '{"errcode":41002,"errmsg":"corpid missing","access_token":"SECRET-TOKEN-123"}';
const LOG = `2026-11-22 10:00:00 ERROR POST https://qyapi.weixin.qq.com/cgi-bin/gettoken\n  ${BODY}\n  at send (api.js:40013:5)`;

const t = browserStrings('en');
const list = (page: Page) => page.locator('[data-results]');
const field = (page: Page) => page.locator('main textarea');

/** Puts text into the field as a paste does. */
const paste = (page: Page, selector: string, text: string) =>
  page.locator(selector).evaluate((input: HTMLTextAreaElement, data) => {
    input.focus();
    const transfer = new DataTransfer();
    transfer.setData('text/plain', data);
    const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
    if (!input.dispatchEvent(event)) return;
    // What the browser does with a paste nobody took; execCommand takes 20 s for 200 KB.
    input.setRangeText(data, input.selectionStart, input.selectionEnd, 'end');
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, text);

test('a pasted log is answered with its code, the place and the platform, and keeps its lines', async ({ page }) => {
  await page.goto('/');
  await paste(page, 'main textarea', LOG);
  await expect(list(page)).toHaveAttribute('data-found', '41002');
  const first = list(page).locator('> li').first();
  await expect(first.locator('a')).toHaveText('41002');
  await expect(first.locator('mark').first()).toHaveText('errcode":41002');
  await expect(first).toContainText(t.fromPlatform('WeCom', 'corpid', 2));
  await expect(first).toContainText(entryOf('41002-wecom').en);
  expect(await field(page).inputValue()).toBe(LOG);
  await field(page).press('Enter');
  await expect(page).toHaveURL('/codes/41002/#wecom');
});

test('a log pasted with the keyboard keeps its lines and stays out of the URL', { tag: '@engines' }, async ({
  page,
}) => {
  await page.goto('/');
  await field(page).fill(LOG);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+X');
  await expect(field(page)).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+V');
  await expect(list(page)).toHaveAttribute('data-found', '41002');
  await expect(field(page)).toHaveValue(LOG);
  await expect(page).toHaveURL('/');
});

test('the one-line field of other pages reads a paste of several lines as well', async ({ page }) => {
  await page.goto('/codes/0/');
  await page.keyboard.press('/');
  await paste(page, '#find-header', LOG);
  await expect(list(page)).toHaveAttribute('data-found', '41002');
});

test('the pasted text leaves the page in no way', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('/search/');
  await paste(page, 'main textarea', LOG);
  await expect(list(page)).toHaveAttribute('data-found', '41002');
  await expect(page.locator('[data-output]')).toHaveAttribute('aria-busy', 'false');
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]),
  );
  const links = await page.locator('a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(sent.length).toBeGreaterThan(2);
  for (const text of [...sent, ...links, kept]) expect(text).not.toMatch(/SECRET|gettoken|corpid/);
});

test('a copy without secrets is offered', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await paste(page, 'main textarea', LOG);
  await page.getByRole('button', { name: 'Copy without secrets' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('"errcode":41002');
  expect(copied).toContain('[TOKEN]');
  expect(copied).not.toContain('SECRET');
});

test('200 KB of log are read, and typing in them goes on', async ({ page }) => {
  const line = '2026-11-22 10:00:00 INFO request done {"errcode":0,"errmsg":"ok"} took 12ms from 10.0.0.1\n';
  await page.goto('/');
  await paste(page, 'main textarea', `${line.repeat(2200)}{"errcode":40164,"errmsg":"invalid ip"}\n`);
  await expect(list(page)).toHaveAttribute('data-found', '40164');
  const longest = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = performance.now();
        let worst = 0;
        let frames = 0;
        const tick = (now: number) => {
          worst = Math.max(worst, now - last);
          last = now;
          if (++frames < 90) requestAnimationFrame(tick);
          else resolve(worst);
        };
        requestAnimationFrame(tick);
      }),
  );
  await page.keyboard.type('errcode 45009', { delay: 20 });
  await expect(list(page)).toHaveAttribute('data-found', '40164 45009');
  test.info().annotations.push({ type: 'longest frame (ms)', description: String(Math.round(await longest)) });
});

test('an unknown code is said to be unknown, with what its range means', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('{"errcode":40000,"errmsg":"something new"}');
  await expect(list(page)).toHaveAttribute('data-found', '40000');
  await expect(page.locator('[data-output]')).toContainText(
    `${t.noneNumber('40000')} ${t.family('an argument is not valid')}`,
  );
});

test('another vendor’s error is named as such', async ({ page }) => {
  await page.goto('/zh/search/');
  await field(page).fill('https://oapi.dingtalk.com/gettoken {"errcode":40035,"errmsg":"缺少参数 corpid"}');
  await expect(page.locator('[data-output]')).toContainText('DingTalk 钉钉');
  await expect(list(page).locator('li')).toHaveCount(0);
});

test('a platform in front narrows the answer, and can be taken off', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/search/?q=企微 40056');
  await expect(list(page).locator('> li')).toHaveCount(1);
  await expect(list(page)).toContainText(entryOf('40056-wecom').en);
  await expect(list(page)).not.toContainText(entryOf('40056-cards').en);
  await page.getByRole('button', { name: 'Only WeCom' }).click();
  await expect(list(page)).toContainText(entryOf('40056-cards').en);
});

test('an address with a code we have leads to it, and Back does not return', async ({ page }) => {
  await page.goto('/about/');
  for (const [wrong, right] of [
    ['/40164', '/codes/40164/'],
    ['/zh/40164/', '/zh/codes/40164/'],
    ['/devtool/query?e=60020', '/codes/60020/'],
    ['/codes/%EF%BC%94%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%91', '/codes/40001/'],
  ] as const) {
    const response = await page.goto(wrong);
    expect(response?.status(), wrong).toBe(404);
    await expect(page, wrong).toHaveURL(right);
  }
  await page.goBack();
  await expect(page).not.toHaveURL(/devtool|%EF/);
});

test('an address with a code we do not have is answered like the box', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/zh/99999/');
  await expect(field(page)).toHaveValue('99999');
  await expect(page.locator('[data-output]')).toContainText('99999');
  await expect(list(page).locator('li')).toHaveCount(0);
});

test('#40013 on the whole table is its row', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/codes/#40013');
  await expect(page).toHaveURL('/codes/#40013-official-account');
  await expect(page.locator('[id="40013-official-account"]')).toBeInViewport();
});

test('a log can be copied as a ticket, its codes shown in it, and cleared', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const line = (code: string) => `GET https://api.weixin.qq.com/x {"errcode":${code}}`;
  const log = [line('40164'), ...Array(9).fill('ok'), line('40001'), line('40001')].join('\n');
  await page.goto('/search/');
  await field(page).fill(log);
  await expect(list(page)).toHaveAttribute('data-found', '40164 40001');
  await expect(page.locator('[data-output]')).toContainText(t.root('40164', '40001'));
  await expect(list(page).locator('> li').nth(1)).toContainText(t.foundAt(2, '11–12'));
  await page.getByRole('button', { name: t.copyAnswer }).click();
  await expect(page.locator('.actions [role=status]')).toHaveText(t.copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('40164 · Official Account');
  expect(copied).not.toContain('GET https');
  const selected = () =>
    field(page).evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd));
  await page.getByRole('button', { name: t.inText(1, 2) }).click();
  expect(await selected()).toBe('errcode":40164');
  await page.getByRole('button', { name: t.inText(1, 2) }).click();
  expect(await selected()).toBe('errcode":40001');
  await page.getByRole('button', { name: t.clear }).click();
  await expect(field(page)).toHaveValue('');
  await expect(page.locator('[data-output]')).toBeHidden();
});

test('a code page says that the platform in its hash has no meaning of the code', async ({ page }) => {
  await page.goto('/zh/codes/40164/#wecom');
  await expect(page.locator('[data-missing-platform]')).toContainText('企业微信的 40164 不在本站列表中');
  await page.goto('/zh/codes/40164/#official-account');
  await expect(page.locator('main')).not.toContainText('不在本站列表中');
});
