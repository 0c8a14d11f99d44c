import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { pathsOf, sites } from '../fixtures/site.ts';

for (const site of sites) {
  test(`${site.name}: the sitemap has every page to index, with its languages`, () => {
    const urls = parse(site.read('sitemap.xml'))
      .querySelectorAll('url')
      .map((url) => ({
        url: url.querySelector('loc')?.textContent ?? '',
        languages: url.getElementsByTagName('xhtml:link').map((link) => link.getAttribute('href')),
      }));
    const wanted = pathsOf(site).filter((path) => !path.endsWith('/search/'));
    expect(urls.map(({ url }) => url).sort()).toEqual(wanted.map(site.absolute).sort());
    const languages = new Map(
      wanted.map((path) => {
        const english = path.replace(/^\/zh\//, '/');
        return [site.absolute(path), [english, `/zh${english}`, english].map(site.absolute)];
      }),
    );
    expect(urls.filter(({ url, languages: listed }) => !isDeepStrictEqual(listed, languages.get(url)))).toEqual([]);
  });

  test(`${site.name}: robots.txt allows everything and names the sitemap`, () => {
    expect(site.read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${site.absolute('/sitemap.xml')}\n`);
  });
}
