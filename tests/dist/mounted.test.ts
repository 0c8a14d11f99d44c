/** Under another origin and path, no file may contain the default one, and every absolute URL must be answered. */
import { expect, test } from '@playwright/test';
import { mounted, pathsOf, type Site, site, sites } from '../fixtures/site.ts';

const TEXT = /\.(html|md|json|xml|txt|csv|webmanifest)$/;
/** Files with URLs in them. The page bundle repeats the pages. */
const textFiles = (each: Site) =>
  each.files().filter((file) => TEXT.test(file) && !/^(pagefind\/|data\/pages-)/.test(file));

/** Unescapes markup in feeds and attributes. */
const unescaped = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");

/** Returns the URLs in a text, without the punctuation after them. Templates and patterns are left out. */
const urlsIn = (text: string, origin: string) =>
  (unescaped(text).match(new RegExp(`${origin.replaceAll('.', '\\.')}[^\\s"'<>()\`\\\\，。、；）】”]*`, 'g')) ?? [])
    .map((url) => url.replace(/[.,:;]+$/, ''))
    .filter((url) => !/[{}]|\$|%s/.test(url));

for (const each of sites) {
  test(`${each.name}: every absolute URL in every file is answered`, () => {
    const lost = new Set<string>();
    let count = 0;
    for (const file of textFiles(each)) {
      for (const url of urlsIn(each.read(file), each.origin)) {
        count++;
        const [target = ''] = url.split(/[#?]/);
        // Short forms that the 404 page redirects, on the page about browser tools.
        const answeredBy404 = /\/(40001|devtool\/query)$/.test(target) && file.includes('about/tools');
        // The server URL in the OpenAPI file has no slash at its end.
        const isBase = `${target}/` === each.absolute('/');
        if (!answeredBy404 && !isBase && !each.fileOf(target)) lost.add(`${file}: ${url}`);
      }
    }
    expect([...lost].slice(0, 10)).toEqual([]);
    // Each page has more than one absolute URL of its own.
    expect(count).toBeGreaterThan(2 * pathsOf(each).length);
  });
}

test('no file of the mounted site contains the default origin', () => {
  expect(textFiles(mounted).filter((file) => mounted.read(file).includes(site.origin))).toEqual([]);
});

test('no link of the mounted site leaves its base', () => {
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
