import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { pagefind } from './src/build/fulltext/integration.ts';
import { hosting } from './src/build/hosting/integration.ts';
import { precompress } from './src/build/hosting/precompress-integration.ts';
import { offline } from './src/build/offline/integration.ts';
import { nameOnDemandChunk } from './src/build/on-demand-chunk.ts';
import { expectedPages } from './src/build/page-check.ts';
import { socialCards } from './src/build/social-cards/integration.ts';
import { DIRECTIVES, hashOf, SCRIPT_SOURCES } from './src/site/security/csp.ts';
import { speculationRules, THEME_SCRIPT } from './src/site/security/inline-scripts.ts';
import { createUrls } from './src/site/urls.ts';

const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  // Both are settings of a deployment. The default origin is a reserved name: it must be set before publishing.
  site: process.env.SITE_URL ?? 'https://wechat-error-codes.example',
  base,
  // Every address we write ends with a slash; one without is answered all the same, or by our 404 page.
  trailingSlash: 'ignore',
  // A code page is one request: its styles are in it.
  build: { inlineStylesheets: 'always' },
  security: {
    csp: {
      directives: DIRECTIVES,
      scriptDirective: {
        resources: SCRIPT_SOURCES,
        hashes: [THEME_SCRIPT, speculationRules(createUrls(base, 'https://localhost').root)].map(hashOf),
      },
    },
  },
  devToolbar: { enabled: false },
  // In this order at the end of a build; precompress() compresses what the others wrote.
  integrations: [nameOnDemandChunk(), expectedPages(), pagefind(), socialCards(), offline(), hosting(), precompress()],
  vite: {
    plugins: [tailwindcss()],
    // Scripts stay files of their own, so that a page does not carry them and the browser keeps them.
    build: { assetsInlineLimit: 0 },
  },
});
