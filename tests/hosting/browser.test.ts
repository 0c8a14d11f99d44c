/** Chromium reports headers it does not know or allow in the console. */
import { expect, test } from '@playwright/test';

test('a browser reports no problem with the headers, and the clipboard is allowed', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL });
  const reported: string[] = [];
  page.on('console', (message) => {
    // From `serviceWorkers: 'block'` in the configuration.
    if (!message.text().includes('blocked by Playwright')) reported.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => reported.push(String(error)));
  await page.goto('/codes/40001/');
  const copied = await page.evaluate(async () => {
    await navigator.clipboard.writeText('40001');
    return navigator.clipboard.readText();
  });
  expect(copied).toBe('40001');
  await page.goto('/search/?q=40001');
  await expect(page.getByRole('main')).toContainText('40001');
  expect(reported).toEqual([]);
});

test('no other page may show ours in a frame', async ({ page, baseURL }) => {
  const reported: string[] = [];
  page.on('console', (message) => reported.push(message.text()));
  // A page without a policy of its own: ours may not contain frames.
  await page.route('**/framing', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL}/codes/40001/"></iframe>` }),
  );
  await page.goto('/framing');
  await expect.poll(() => reported.join('\n')).toContain('frame-ancestors');
});
