/** Tickets keep URLs for years, so a published URL must always be answered. */
import { expect, test } from '@playwright/test';
import { publishedUrls } from '../fixtures/published.ts';
import { sites } from '../fixtures/site.ts';

for (const { name, catalog, absolute, fileOf, read } of sites) {
  test(`${name}: every URL that was ever published is answered`, () => {
    const missing = publishedUrls(catalog).filter((url) => {
      const file = fileOf(absolute(url));
      const anchor = url.split('#')[1];
      return !file || (anchor && !read(file).includes(` id="${anchor}"`));
    });
    expect(missing).toEqual([]);
  });
}
