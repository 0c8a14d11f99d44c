import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { mounted, paths, pathsOf, type Site, site } from '../fixtures/site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Style, or the minifier's choice.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'off',
    // A code page's title is long, because it contains the errmsg.
    'text-content': 'off',
  },
});

/** Returns a page's template: its path without language, code or slug. @example templateOf('/zh/codes/-1/') // → 'codes/*' */
const templateOf = (path: string) =>
  path.replace(/^\/(zh\/)?/, '').replace(/^(codes|platforms|topics|guides)\/[^/]+\/$/, '$1/*');

/**
 * Returns the pages to validate. All pages of the live site would take a minute and find the same. The sample has all pages
 * of the small catalog, whose entries have every shape (`unit/read.test.ts`), and of the live site one page per template
 * and language and the code pages with the longest texts.
 */
function sample(): { site: Site; file: string }[] {
  const { entries } = site.catalog;
  const longest = (['zh', 'en', 'errmsg'] as const).map(
    (column) => entries.toSorted((a, b) => b[column].length - a[column].length)[0]?.code,
  );
  const byTemplate = new Map(paths.map((path) => [`${path.startsWith('/zh/')} ${templateOf(path)}`, path]));
  const live = [...byTemplate.values(), ...longest.flatMap((code) => [`/codes/${code}/`, `/zh/codes/${code}/`])];
  return [
    ...pathsOf(mounted).map((path) => ({ site: mounted, file: `${path}index.html` })),
    ...live.map((path) => ({ site, file: `${path}index.html` })),
    ...[site, mounted].map((each) => ({ site: each, file: '404.html' })),
  ];
}

test('HTML is valid', async () => {
  test.setTimeout(180_000);
  const wrong: string[] = [];
  const pages = sample();
  expect(pages.length).toBeGreaterThan(pathsOf(mounted).length + 20);
  for (const { site, file } of pages) {
    // Styles are not HTML.
    const report = await validator.validateString(site.read(file).replace(/<style>[\s\S]*?<\/style>/, ''), file);
    for (const { messages } of report.results) {
      for (const { ruleId, message, line, column } of messages)
        wrong.push(`${site.name} ${file}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
});

test('the validator rejects invalid HTML', async () => {
  const report = await validator.validateString(
    '<!doctype html><html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>',
  );
  expect(report.valid).toBe(false);
});
