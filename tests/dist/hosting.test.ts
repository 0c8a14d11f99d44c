/** What the build makes for hosts: `_headers`, `_redirects`, and the compressed copies. */
import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { headersFor } from '../../src/build/hosting/headers.ts';
import { headersFile } from '../../src/build/hosting/headers-file.ts';
import { redirectsFile } from '../../src/build/hosting/redirects-file.ts';
import { catalog } from '../fixtures/catalog.ts';
import { cloudflareHeaders } from '../fixtures/host-files.ts';
import { COMPRESSED, mounted, type Site, site, sites } from '../fixtures/site.ts';

const everything = ({ dist }: Site) =>
  fs
    .readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
const bytes = (file: string) => fs.readFileSync(path.join(site.dist, file));
const has = new Set(everything(site));
const copies = [...has].filter((file) => COMPRESSED.test(file));

for (const each of sites) {
  test(`${each.name}: _headers and _redirects are written, with the path the site is mounted at`, () => {
    expect(each.read('_headers')).toBe(headersFile(each.base));
    expect(each.read('_redirects')).toBe(redirectsFile(catalog.platforms, each.urls, 'cloudflare'));
  });

  test(`${each.name}: every file is told how long to be kept (else: a rule in src/build/hosting/headers.ts)`, () => {
    const headersAt = cloudflareHeaders(each.read('_headers'));
    const addresses = each
      .files()
      .filter((file) => !/^_(headers|redirects)$/.test(file))
      .map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
    expect(addresses.length).toBeGreaterThan(3000);
    expect(addresses.filter((address) => headersFor(`/${address}`)['Cache-Control'] === undefined)).toEqual([]);
    expect(
      addresses.filter(
        (address) =>
          headersAt(`${each.base}${address}`)['Cache-Control'] !== headersFor(`/${address}`)['Cache-Control'],
      ),
    ).toEqual([]);
  });

  test(`${each.name}: what is kept for ever has a name that changes with its content`, () => {
    const kept = each.files().filter((file) => headersFor(`/${file}`)['Cache-Control']?.includes('immutable'));
    expect(kept.length).toBeGreaterThan(8);
    expect(kept.filter((file) => !/[._-][A-Za-z0-9_-]{7,10}\.\w+$|^pagefind\/[0-9a-f]{10}\//.test(file))).toEqual([]);
  });
}

test('every compressed copy is its file, whole, and smaller', () => {
  const wrong = copies.filter((copy) => {
    const original = copy.replace(COMPRESSED, '');
    if (!has.has(original)) return true;
    const packed = bytes(copy);
    const unpacked = copy.endsWith('.br') ? brotliDecompressSync(packed) : gunzipSync(packed);
    return packed.length >= unpacked.length || !unpacked.equals(bytes(original));
  });
  expect(wrong).toEqual([]);
});

test('every text file above 1 KB has both copies, and nothing else has one', () => {
  const wanted = site
    .files()
    .filter((file) => /\.(html|js|json|xml|txt|md|csv|svg|webmanifest)$/.test(file) && bytes(file).length > 1024)
    .flatMap((file) => [`${file}.br`, `${file}.gz`]);
  expect(wanted.length).toBeGreaterThan(2500);
  expect(copies.sort()).toEqual(wanted.sort());
  // Said to be without copies.
  expect(everything(mounted).filter((file) => COMPRESSED.test(file))).toEqual([]);
});
