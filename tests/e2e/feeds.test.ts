import { expect, type Page, test } from '@playwright/test';

// The tests parse markup in the page, which its own policy (Trusted Types) refuses to everybody.
test.use({ bypassCSP: true });

const ATOM = 'http://www.w3.org/2005/Atom';

/** The feed as the browser's own XML parser reads it: for the feed and each entry its child elements. */
const readAtom = (page: Page, address: string) =>
  page.evaluate(
    async ({ address, namespace }) => {
      const source = await (await fetch(address)).text();
      const document = new DOMParser().parseFromString(source, 'application/xml');
      const children = (node: Element) =>
        [...node.children].map((child) => ({
          name: child.namespaceURI === namespace ? child.localName : `other: ${child.tagName}`,
          text: child.children.length ? '' : (child.textContent ?? ''),
          attributes: Object.fromEntries([...child.attributes].map(({ name, value }) => [name, value])),
        }));
      const html = (text: string) => {
        const content = new DOMParser().parseFromString(text, 'text/html');
        return { text: content.body.textContent ?? '', scripts: content.scripts.length };
      };
      return {
        error: document.querySelector('parsererror')?.textContent ?? null,
        root: { name: document.documentElement.localName, lang: document.documentElement.getAttribute('xml:lang') },
        feed: children(document.documentElement),
        entries: [...document.getElementsByTagNameNS(namespace, 'entry')].map(children),
        contents: [...document.getElementsByTagNameNS(namespace, 'content')].map((node) =>
          html(node.textContent ?? ''),
        ),
      };
    },
    { address, namespace: ATOM },
  );

for (const { prefix, lang, said } of [
  { prefix: '', lang: 'en', said: 'First publication' },
  { prefix: '/zh', lang: 'zh-CN', said: '首次发布' },
]) {
  test(`the Atom feed is XML and has what RFC 4287 asks for, ${lang}`, async ({ page }) => {
    await page.goto(`${prefix}/changes/`);
    const { error, root, feed, entries, contents } = await readAtom(page, `${prefix}/changes/atom.xml`);
    expect(error).toBeNull();
    expect(root).toEqual({ name: 'feed', lang });
    const named = (parts: typeof feed, name: string) => parts.filter((part) => part.name === name);
    for (const [i, parts] of [feed, ...entries].entries()) {
      for (const name of ['id', 'title', 'updated']) expect(named(parts, name), `${name} of part ${i}`).toHaveLength(1);
      expect(() => new URL(named(parts, 'id')[0]?.text ?? '')).not.toThrow();
      expect(named(parts, 'title')[0]?.text).not.toBe('');
      expect(named(parts, 'updated')[0]?.text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(parts.filter(({ name }) => name.startsWith('other'))).toEqual([]);
      for (const link of named(parts, 'link')) expect(() => new URL(link.attributes.href ?? '')).not.toThrow();
    }
    expect(named(feed, 'author')).toHaveLength(1);
    expect(named(feed, 'link').map(({ attributes }) => attributes.rel)).toEqual(['self', 'alternate']);
    const shown = await page.locator('section.release').evaluateAll((sections) => sections.map(({ id }) => `#${id}`));
    expect(entries.map((parts) => new URL(named(parts, 'id')[0]?.text ?? '').hash)).toEqual(shown);
    expect(contents).toHaveLength(entries.length);
    expect(contents.at(-1)?.text).toContain(said);
    for (const { scripts } of contents) expect(scripts).toBe(0);
  });
}

test('a feed that is no XML is seen as such', async ({ page }) => {
  await page.goto('/changes/');
  await page.route('**/broken.xml', (route) =>
    route.fulfill({ body: `<feed xmlns="${ATOM}"><title>a & b</title></feed>` }),
  );
  expect((await readAtom(page, '/broken.xml')).error).not.toBeNull();
});

test('the visible links lead to the feeds, in the page’s language', async ({ page }) => {
  for (const [path, name] of [
    ['/changes/', 'JSON Feed'],
    ['/zh/changes/', 'JSON Feed 订阅'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(`${path}feed.json`);
  }
});
