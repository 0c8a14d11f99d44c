import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { ROOT } from '../fixtures/catalog.ts';

/** What each folder of `src/` may import from the others. Arrows point one way: facts → look-up and site → pages → browser. */
const MAY_IMPORT: Record<string, string[]> = {
  about: [],
  catalog: [],
  i18n: [],
  lookup: ['catalog', 'site', 'i18n'],
  site: ['catalog', 'i18n'],
  cards: ['catalog', 'site', 'i18n'],
  hosting: ['catalog', 'site', 'i18n'],
  offline: ['hosting', 'site', 'i18n'],
  integrations: ['cards', 'catalog', 'hosting', 'lookup', 'offline', 'site', 'i18n'],
  client: ['lookup', 'offline', 'site', 'i18n', 'styles'],
  components: ['catalog', 'site', 'i18n', 'client', 'styles'],
  layouts: ['catalog', 'components', 'i18n', 'integrations', 'lookup', 'site', 'styles', 'client'],
  pages: ['about', 'catalog', 'components', 'i18n', 'layouts', 'lookup', 'site', 'styles', 'client'],
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

test('imports follow the arrows', () => {
  const all = files.flatMap(imports).filter(({ from, to }) => from in MAY_IMPORT && to !== from);
  expect(all.length).toBeGreaterThan(50);
  expect(
    all.filter(({ from, to }) => !MAY_IMPORT[from]?.includes(to)).map(({ file, target }) => `${file} → ${target}`),
  ).toEqual([]);
});

test('only the door reads collections', () => {
  expect(files.filter(({ source }) => source.includes('getCollection(')).map(({ file }) => file)).toEqual([
    'catalog/index.ts',
  ]);
});

test('what runs in the browser imports nothing of Node or Astro', () => {
  const browser = files.filter(({ file }) => file.startsWith('client/') || file === 'offline/worker.ts');
  expect(browser.length).toBeGreaterThan(5);
  for (const { file, source } of browser) expect(source, file).not.toMatch(/from '(node:|astro)/);
});
