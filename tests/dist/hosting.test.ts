/** What the build writes for hosts, and how it names what they cache. */
import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import { headersFor } from '../../src/build/hosting/headers.ts';
import { headersFile } from '../../src/build/hosting/headers-file.ts';
import { nginxConf } from '../../src/build/hosting/nginx-conf.ts';
import { redirectsFile } from '../../src/build/hosting/redirects-file.ts';
import { sites } from '../fixtures/site.ts';

for (const { name, dist, origin, base, catalog, read, files } of sites) {
  test(`${name}: the files for hosts are written, with the path the site is mounted at`, () => {
    expect(read('_headers')).toBe(headersFile(base));
    expect(read('_redirects')).toBe(redirectsFile(catalog.platforms, base, 'cloudflare'));
    expect(fs.readFileSync(`${dist}.nginx.conf`, 'utf8')).toBe(
      nginxConf(catalog.platforms, base, new URL(origin).hostname),
    );
  });

  test(`${name}: every file has a Cache-Control (else: add a rule to src/build/hosting/headers.ts)`, () => {
    const urls = files()
      .filter((file) => !/^_(headers|redirects)$/.test(file))
      .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
    expect(urls.filter((url) => headersFor(url)['Cache-Control'] === undefined)).toEqual([]);
  });

  test(`${name}: a file cached as immutable has a name that changes with its content`, () => {
    const immutable = files().filter((file) => headersFor(`/${file}`)['Cache-Control']?.includes('immutable'));
    expect(immutable.length).toBeGreaterThan(8);
    expect(immutable.filter((file) => !/[._-][A-Za-z0-9_-]{7,10}\.\w+$|^pagefind\/[0-9a-f]{10}\//.test(file))).toEqual(
      [],
    );
  });
}
