import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import platforms from './data/platforms.json' with { type: 'json' };
import { pagefind } from './src/build/fulltext/integration.ts';
import { hosting } from './src/build/hosting/integration.ts';
import { offline } from './src/build/offline/integration.ts';
import { nameOnDemandChunk } from './src/build/on-demand-chunk.ts';
import { expectedPages } from './src/build/page-check.ts';
import { socialCards } from './src/build/social-cards/integration.ts';
import { redirects } from './src/site/pages.ts';
import { DIRECTIVES, hashOf, SCRIPT_SOURCES } from './src/site/security/csp.ts';
import { speculationRules, THEME_SCRIPT } from './src/site/security/inline-scripts.ts';
import { createUrls } from './src/site/urls.ts';

const base = process.env.BASE_PATH ?? '/';
const { root } = createUrls(base, 'https://localhost');

export default defineConfig({
  // Both depend on the deployment. The default origin is a reserved name: set SITE_URL before publishing.
  site: process.env.SITE_URL ?? 'https://wechat-error-codes.example',
  base,
  // All URLs of the site end with a slash. Those without one also work, or show the 404 page.
  trailingSlash: 'ignore',
  // Pages with a meta refresh, for hosts that read neither `_redirects` nor the generated nginx configuration.
  redirects: Object.fromEntries(redirects(platforms).map(({ from, to }) => [`/${from}`, `${root}${to}`])),
  // Inlined, so that a code page takes one request.
  build: { inlineStylesheets: 'always' },
  security: {
    csp: {
      directives: DIRECTIVES,
      scriptDirective: {
        resources: SCRIPT_SOURCES,
        hashes: [THEME_SCRIPT, speculationRules(root)].map(hashOf),
      },
    },
  },
  devToolbar: { enabled: false },
  // They run in this order at the end of a build.
  integrations: [nameOnDemandChunk(), expectedPages(), pagefind(), socialCards(), offline(), hosting()],
  vite: {
    plugins: [tailwindcss()],
    // Scripts stay separate files, so that the browser caches them.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // The search and what its parts share is one file: each further one is a request before the first answer.
          codeSplitting: {
            groups: [
              // The script of every page, with what the search needs of it.
              {
                name: 'page',
                priority: 1,
                test: /Base\.astro\?astro|preload-helper|\/src\/(?:lookup\/query\.|client\/(?:page\.|trusted-types|theme|recent|ticket\/c|offline\/register))/,
              },
              {
                name: 'on-demand',
                test: /\/src\/(?:lookup\/(?:search\/|pack|answer\/|families|interpret-number|nearest-codes)|client\/(?:page-settings|dom|idle|on-demand|not-found|offline\/share-inbox|search\/(?!text-reader|fulltext|table-filter|paste-actions))|i18n\/browser-strings|styles\/results)/,
              },
            ],
          },
        },
      },
    },
  },
});
