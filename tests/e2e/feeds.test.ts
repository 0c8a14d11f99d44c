/** The Atom feeds in a real XML parser. Their elements are checked in `unit/feed.test.ts`, their URLs in `dist/changes.test.ts`. */
import { expect, type Page, test } from '@playwright/test';
import { catalog } from '../fixtures/catalog.ts';

// The tests parse markup in the page, which its Trusted Types policy rejects.
test.use({ bypassCSP: true });

const ATOM = 'http://www.w3.org/2005/Atom';

/** Parses a feed in the browser. */
const readAtom = (page: Page, url: string) =>
  page.evaluate(
    async ({ url, namespace }) => {
      const source = await (await fetch(url)).text();
      const document = new DOMParser().parseFromString(source, 'application/xml');
      const { localName, attributes } = document.documentElement;
      return {
        error: document.querySelector('parsererror')?.textContent ?? null,
        root: [localName, attributes.getNamedItem('xml:lang')?.value],
        foreign: [...document.querySelectorAll('*')].filter((node) => node.namespaceURI !== namespace).length,
        contents: [...document.getElementsByTagNameNS(namespace, 'content')].map((node) => {
          const { body, scripts } = new DOMParser().parseFromString(node.textContent ?? '', 'text/html');
          return { text: body.textContent ?? '', scripts: scripts.length };
        }),
      };
    },
    { url, namespace: ATOM },
  );

for (const { prefix, lang, locale } of [
  { prefix: '', lang: 'en', locale: 'en' },
  { prefix: '/zh', lang: 'zh-CN', locale: 'zh' },
] as const) {
  test(`the Atom feed is well-formed, and its content is HTML without scripts, ${lang}`, async ({ page }) => {
    await page.goto(`${prefix}/changes/`);
    const { error, root, foreign, contents } = await readAtom(page, `${prefix}/changes/atom.xml`);
    expect({ error, root, foreign }).toEqual({ error: null, root: ['feed', lang], foreign: 0 });
    expect(contents).toHaveLength(await page.locator('section.release').count());
    expect(contents.at(-1)?.text).toContain(catalog.history[0]?.why[locale]);
    for (const { scripts } of contents) expect(scripts).toBe(0);
  });
}

test('malformed XML is detected', async ({ page }) => {
  await page.goto('/changes/');
  await page.route('**/broken.xml', (route) =>
    route.fulfill({ body: `<feed xmlns="${ATOM}"><title>a & b</title></feed>` }),
  );
  expect((await readAtom(page, '/broken.xml')).error).not.toBeNull();
});
