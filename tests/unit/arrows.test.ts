import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../fixtures/catalog.ts';

/**
 * The folders that each folder of `src/` may import from. Their names tell where the code runs: `catalog` and `lookup`
 * anywhere, `site` on every page, `build` and `api` in Node, `worker` and `client` in the browser.
 */
const MAY_IMPORT: Record<string, string[]> = {
  catalog: [],
  i18n: [],
  lookup: [],
  styles: [],
  site: ['catalog', 'lookup', 'i18n'],
  api: ['catalog', 'site', 'i18n'],
  feeds: ['catalog', 'site', 'i18n'],
  content: ['site', 'i18n'],
  worker: ['site', 'i18n'],
  build: ['catalog', 'lookup', 'site', 'api', 'feeds', 'worker', 'i18n'],
  client: ['lookup', 'site', 'worker', 'i18n', 'styles'],
  components: ['catalog', 'lookup', 'api', 'feeds', 'content', 'site', 'i18n', 'client', 'styles'],
  layouts: ['catalog', 'components', 'site', 'i18n', 'client', 'styles'],
  pages: ['catalog', 'lookup', 'components', 'layouts', 'api', 'feeds', 'content', 'site', 'i18n', 'client', 'styles'],
  'content.config.ts': ['catalog'],
  'middleware.ts': ['site'],
};

const files = fs
  .readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|astro)$/.test(file))
  .map((file) => ({ file, source: fs.readFileSync(path.join(ROOT, 'src', file), 'utf8') }));

const imports = ({ file, source }: { file: string; source: string }) =>
  [...source.matchAll(/(?:from|import)\s*\(?['"](\.{1,2}\/[^'"]+)['"]/g)].map(([, target = '']) => ({
    from: file.split('/')[0] ?? '',
    to: path.posix.join(path.posix.dirname(file), target).split('/')[0] ?? '',
    file,
    target,
  }));

test('folders import only from the folders they may', () => {
  const all = files.flatMap(imports).filter(({ from, to }) => to !== from);
  expect(all.length).toBeGreaterThan(50);
  expect(
    all.filter(({ from, to }) => !MAY_IMPORT[from]?.includes(to)).map(({ file, target }) => `${file} → ${target}`),
  ).toEqual([]);
});

test('only catalog/collections.ts reads collections', () => {
  expect(files.filter(({ source }) => source.includes('getCollection(')).map(({ file }) => file)).toEqual([
    'catalog/collections.ts',
  ]);
});

test('code for the browser imports neither Node nor Astro', () => {
  const browser = files.filter(({ file }) => file.startsWith('client/') || file === 'worker/worker.ts');
  expect(browser.length).toBeGreaterThan(5);
  for (const { file, source } of browser) expect(source, file).not.toMatch(/from '(node:|astro)/);
});
