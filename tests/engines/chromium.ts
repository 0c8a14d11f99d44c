/** Chromium through Playwright, as the other tests drive it: shows that the set asks for what is right. */
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findTestBrowser } from '../browser.ts';
import type { Engine, Tab } from './engine.ts';
import { shownText } from './shown-text.ts';

export async function startChromium(): Promise<Engine> {
  const executablePath = findTestBrowser();
  const browser = await chromium.launch({
    args: BROWSER_ARGUMENTS,
    ...(executablePath ? { executablePath } : {}),
  });

  async function open(): Promise<Tab> {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    const complaints: string[] = [];
    const abroad: string[] = [];
    const asked = new Set<string>();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      // That the address asked for is answered with the 404 page is no error of the page; only Chromium says it.
      if (message.text().includes('status of 404') && asked.has(message.location().url)) return;
      complaints.push(`${message.type()}: ${message.text()}`);
    });
    context.on('request', (request) => {
      if (new URL(request.url()).hostname !== 'localhost') abroad.push(request.url());
    });
    return {
      goto: async (url) => {
        asked.add(url);
        await page.goto(url);
      },
      type: (text) => page.keyboard.type(text),
      press: (keys) => page.keyboard.press(keys),
      click: (selector) => page.locator(selector).first().click(),
      text: (selector) => page.evaluate(shownText, selector),
      // Playwright wants one argument and gives back what a function promises.
      evaluate: async (run, ...args) =>
        JSON.parse(
          await page.evaluate(`(async () => JSON.stringify([await (${run})(...${JSON.stringify(args)})]))()`),
        )[0],
      resize: (width, height) => page.setViewportSize({ width, height }),
      screenshot: () => page.screenshot(),
      complaints: async () => complaints,
      abroad: async () => abroad,
      close: () => context.close(),
    };
  }

  return { version: `Chromium ${browser.version()}`, open, close: () => browser.close() };
}
