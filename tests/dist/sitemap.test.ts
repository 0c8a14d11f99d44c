import { parse } from 'node-html-parser';
import { expect, test } from 'playwright/test';
import { catalog } from '../fixtures/catalog.ts';
import { pathsOf, sites } from '../fixtures/site.ts';

for (const site of sites) {
  test(`${site.name}: the sitemap has every page to be indexed, its languages, and the day its data changed`, () => {
    const urls = parse(site.read('sitemap.xml')).querySelectorAll('url');
    const of = new Map(urls.map((url) => [url.querySelector('loc')?.textContent ?? '', url]));
    const wanted = pathsOf(site).filter((path) => !path.endsWith('/search/'));
    expect([...of.keys()].sort()).toEqual(wanted.map(site.absolute).sort());
    for (const path of wanted) {
      const url = of.get(site.absolute(path));
      const english = path.replace(/^\/zh\//, '/');
      const alternates = url
        ?.getElementsByTagName('xhtml:link')
        .map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]);
      expect(alternates, path).toEqual([
        ['en', site.absolute(english)],
        ['zh-CN', site.absolute(`/zh${english}`)],
        ['x-default', site.absolute(english)],
      ]);
      const code = /\/codes\/(.+)\/$/.exec(path)?.[1];
      const changed = catalog.entries
        .filter((entry) => entry.code === code)
        .map((entry) => entry.changed)
        .sort()
        .at(-1);
      if (code) expect(url?.querySelector('lastmod')?.textContent, path).toBe(changed);
      // Prose has no record of changes: no date is better than the build's.
      if (path.includes('/about/')) expect(url?.querySelector('lastmod'), path).toBeNull();
    }
  });

  test(`${site.name}: robots.txt names the sitemap and forbids nothing`, () => {
    expect(site.read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${site.absolute('/sitemap.xml')}\n`);
  });
}
