/** Pages with the headers of the list, in a browser: it warns in the console of what it does not know or allow. */
import { expect } from '@playwright/test';
import { test } from '../fixtures/nginx.ts';

test('a browser has nothing to say about the headers, and copying still works', async ({ nginx, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: nginx.origin });
  const said: string[] = [];
  page.on('console', (message) => {
    // The tests' own doing: see `serviceWorkers` in the configuration.
    if (!message.text().includes('blocked by Playwright')) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`${nginx.origin}/codes/40001/`);
  const allowed = await page.evaluate(async () => {
    await navigator.clipboard.writeText('40001');
    return navigator.clipboard.readText();
  });
  expect(allowed).toBe('40001');
  await page.goto(`${nginx.origin}/search/?q=40001`);
  await expect(page.getByRole('main')).toContainText('40001');
  expect(said).toEqual([]);
});

test('no other page may show ours in a frame', async ({ nginx, page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  // A page of no policy: ours may not have frames at all.
  const framing = `${nginx.origin}/framing`;
  const body = `<iframe src="${nginx.origin}/codes/40001/"></iframe>`;
  await page.route(framing, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(framing);
  await expect.poll(() => said.join('\n')).toContain('frame-ancestors');
});
