/** Stops the build if it did not write exactly the pages that the catalog requires. Astro does not list redirects. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Catalog, readCatalog } from '../catalog/index.ts';
import { LOCALES } from '../i18n/locales.ts';
import { allPages } from '../site/pages.ts';
import { pathOf } from '../site/urls.ts';

/**
 * Checks the built pages. @throws an error that lists missing and unexpected ones
 * @example assertPages(['', 'zh/'], catalog) // → throws “… missing: codes/ …”
 */
export function assertPages(written: readonly string[], catalog: Catalog): void {
  const expected = new Set([
    '404/',
    ...allPages(catalog).flatMap((page) => LOCALES.map((locale) => pathOf(page, locale))),
  ]);
  const have = new Set(written.filter((path) => !/\.[a-z]+$/.test(path)));
  const missing = [...expected].filter((path) => !have.has(path));
  const extra = [...have].filter((path) => !expected.has(path));
  if (!missing.length && !extra.length) return;
  const list = (label: string, paths: string[]) =>
    paths.length ? `\n${label} (${paths.length}): ${paths.slice(0, 20).join(' ')}${paths.length > 20 ? ' …' : ''}` : '';
  throw new Error(`The built pages are not the expected ones.${list('missing', missing)}${list('unexpected', extra)}`);
}

export function expectedPages(): AstroIntegration {
  let root = '';
  return {
    name: 'expected-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ pages, logger }) => {
        assertPages(
          pages.map(({ pathname }) => pathname),
          readCatalog(root),
        );
        logger.info(`${pages.length} pages, as expected`);
      },
    },
  };
}
