import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { catalog } from '../fixtures/catalog.ts';
import { pathsOf, sites } from '../fixtures/site.ts';

/** The day the newest of a page's entries changed; prose has no record of changes, and no date is better than a wrong one. */
function changedOn(path: string): string | undefined {
  if (path.startsWith('/about/')) return undefined;
  const [, kind, slug = ''] = /^\/(codes|platforms|topics)\/(.+)\/$/.exec(path) ?? [];
  const shown = catalog.entries.filter(({ code, platforms, topic }) => {
    if (kind === 'codes') return code === slug;
    if (kind === 'platforms') return platforms.includes(slug);
    return kind === 'topics' ? topic === slug : true;
  });
  return shown
    .map(({ changed }) => changed)
    .sort()
    .at(-1);
}

for (const site of sites) {
  test(`${site.name}: the sitemap has every page to be indexed, its languages, and the day its data changed`, () => {
    const urls = parse(site.read('sitemap.xml')).querySelectorAll('url');
    const of = new Map(urls.map((url) => [url.querySelector('loc')?.textContent ?? '', url]));
    const wanted = pathsOf(site).filter((path) => !path.endsWith('/search/'));
    expect([...of.keys()].sort()).toEqual(wanted.map(site.absolute).sort());
    const facts = wanted.map((path) => {
      const url = of.get(site.absolute(path));
      const english = path.replace(/^\/zh\//, '/');
      const alternates = [site.absolute(english), site.absolute(`/zh${english}`), site.absolute(english)];
      return {
        path,
        is: [
          url?.getElementsByTagName('xhtml:link').map((link) => link.getAttribute('href')),
          url?.querySelector('lastmod')?.textContent,
        ],
        should: [alternates, changedOn(english)],
      };
    });
    expect(facts.filter(({ is, should }) => !isDeepStrictEqual(is, should))).toEqual([]);
  });

  test(`${site.name}: robots.txt names the sitemap and forbids nothing`, () => {
    expect(site.read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${site.absolute('/sitemap.xml')}\n`);
  });
}
