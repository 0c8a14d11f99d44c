import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { mounted, paths, pathsOf, type Site, site } from '../fixtures/site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Matters of taste, or of the minifier.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'off',
    // A code page's title may be long: it carries the errmsg.
    'text-content': 'off',
  },
});

/** A page's template: its path without language, code or slug. @example templateOf('/zh/codes/-1/') // → 'codes/*' */
const templateOf = (path: string) =>
  path.replace(/^\/(zh\/)?/, '').replace(/^(codes|platforms|topics|guides)\/[^/]+\/$/, '$1/*');

/**
 * What is validated, instead of every page, which takes a minute and finds the same: all pages of the small catalog, which
 * has every shape an entry can have (`unit/read.test.ts` checks that) in both languages; and of the live data one page per
 * template and language, and the code pages with the longest text of each kind.
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
    // Styles are not HTML, and they are the same everywhere.
    const report = await validator.validateString(site.read(file).replace(/<style>[\s\S]*?<\/style>/, ''), file);
    for (const { messages } of report.results) {
      for (const { ruleId, message, line, column } of messages)
        wrong.push(`${site.name} ${file}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
});

test('the validator rejects what is wrong', async () => {
  const report = await validator.validateString(
    '<!doctype html><html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>',
  );
  expect(report.valid).toBe(false);
});
