/** Addresses live in tickets: what has been published once is answered for ever. */
import { expect, test } from '@playwright/test';
import { catalog } from '../fixtures/catalog.ts';
import { missingFrom, publishedAddresses, readPublished } from '../fixtures/published.ts';
import { site, sites } from '../fixtures/site.ts';

const listed = readPublished();

for (const each of sites) {
  test(`${each.name}: every published address is answered`, () => {
    expect(missingFrom(publishedAddresses(each), listed)).toEqual([]);
  });
}

test('every address of the site is on the list (else: npm run urls:publish)', () => {
  expect(missingFrom(listed, publishedAddresses(site))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

test('every code and platform ever recorded is on the list', () => {
  const wanted = catalog.entries.flatMap(({ code, platforms }) =>
    platforms.flatMap((slug) => [`/codes/${code}/#${slug}`, `/zh/codes/${code}/#${slug}`, `/platforms/${slug}/`]),
  );
  expect(missingFrom(listed, wanted)).toEqual([]);
});

test('a removed address would be noticed', () => {
  const built = publishedAddresses(site);
  const gone = '/codes/40001/#open-platform';
  expect(built).toContain(gone);
  expect(
    missingFrom(
      built.filter((address) => address !== gone),
      listed,
    ),
  ).toEqual([gone]);
});
