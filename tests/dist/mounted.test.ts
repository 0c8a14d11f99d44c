/** Under another origin and path no file may speak of the default one, and every address must be answered. */
import { expect, test } from '@playwright/test';
import { mounted, type Site, site, sites } from '../fixtures/site.ts';

const TEXT = /\.(html|md|json|xml|txt|csv|webmanifest)$/;
/** The file of pages is the pages once more; Pagefind's files have no address in them. */
const textFiles = (each: Site) =>
  each.files().filter((file) => TEXT.test(file) && !/^(pagefind\/|data\/pages-)/.test(file));

/** Markup in feeds and attributes is escaped, some of it twice. */
const unescaped = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");

/** Addresses in a text, without what ends a sentence, a string or a tag; templates and patterns are no addresses. */
const addressesIn = (text: string, origin: string) =>
  (unescaped(text).match(new RegExp(`${origin.replaceAll('.', '\\.')}[^\\s"'<>()\`\\\\，。、；）】”]*`, 'g')) ?? [])
    .map((address) => address.replace(/[.,:;]+$/, ''))
    .filter((address) => !/[{}]|\$|%s/.test(address));

for (const each of sites) {
  test(`${each.name}: every absolute address in every file is answered`, () => {
    const lost = new Set<string>();
    let count = 0;
    for (const file of textFiles(each)) {
      for (const address of addressesIn(each.read(file), each.origin)) {
        count++;
        const [target = ''] = address.split(/[#?]/);
        // Short forms the 404 page understands, shown on the page of browser tools.
        const answeredBy404 = /\/(40001|devtool\/query)$/.test(target) && file.includes('about/tools');
        // The base of the OpenAPI file, without its slash.
        const isBase = `${target}/` === each.absolute('/');
        if (!answeredBy404 && !isBase && !each.fileOf(target)) lost.add(`${file}: ${address}`);
      }
    }
    expect([...lost].slice(0, 10)).toEqual([]);
    expect(count).toBeGreaterThan(10_000);
  });
}

test('mounted elsewhere nothing speaks of the default origin', () => {
  expect(textFiles(mounted).filter((file) => mounted.read(file).includes(site.origin))).toEqual([]);
});

test('mounted elsewhere no path begins at the root of the host', () => {
  const outside = mounted
    .files()
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) =>
      [...mounted.read(file).matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)]
        .map(([, path = '']) => path)
        .filter((path) => !path.startsWith(mounted.base))
        .map((path) => `${file}: ${path}`),
    );
  expect(outside.slice(0, 10)).toEqual([]);
});
