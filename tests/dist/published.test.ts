/** URLs live in tickets for years: what was published once is answered for good. */
import { expect, test } from '@playwright/test';
import { catalog } from '../fixtures/catalog.ts';
import { publishedUrls } from '../fixtures/published.ts';
import { sites } from '../fixtures/site.ts';

for (const { name, absolute, fileOf, read } of sites) {
  test(`${name}: every URL that was ever published is answered`, () => {
    const missing = publishedUrls(catalog).filter((url) => {
      const file = fileOf(absolute(url));
      const anchor = url.split('#')[1];
      return !file || (anchor && !read(file).includes(` id="${anchor}"`));
    });
    expect(missing).toEqual([]);
  });
}
