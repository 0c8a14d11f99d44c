/** Writes `_headers` and `_redirects`, which Cloudflare and Netlify read. To other hosts they are files like any other. */
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCatalog } from '../../catalog/index.ts';
import { createUrls } from '../../site/urls.ts';
import { headersFile } from './headers-file.ts';
import { redirectsFile } from './redirects-file.ts';

export function hosting(): AstroIntegration {
  let [root, base, site] = ['', '', ''];
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base;
        site = config.site ?? '';
      },
      'astro:build:done': async ({ dir }) => {
        const urls = createUrls(base, site);
        // Netlify says so in its own builds.
        const host = process.env.NETLIFY === 'true' ? 'netlify' : 'cloudflare';
        await fs.writeFile(new URL('_headers', dir), headersFile(urls.root));
        await fs.writeFile(new URL('_redirects', dir), redirectsFile(readCatalog(root).platforms, urls, host));
      },
    },
  };
}
