import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { editUrl, type IssueForm, reportTarget, reportUrl } from '../../src/site/report.ts';
import { ROOT } from '../fixtures/catalog.ts';

const parameters = (url: string) => Object.fromEntries(new URL(url).searchParams);

test('without SITE_REPO there is no report target', () => {
  for (const value of [undefined, '', '  ']) expect(reportTarget(value)).toBeUndefined();
});

test('links to a repository have the form of its host', () => {
  const github = reportTarget('https://github.com/o/r.git/');
  expect(github).toEqual({ kind: 'repository', url: 'https://github.com/o/r', host: 'github' });
  if (!github) throw new Error('no target');
  const report = reportUrl(github, 'wrong-meaning', '40001 (公众号)', 'Code: 40001\n中文: 无效 & more');
  expect(report.startsWith('https://github.com/o/r/issues/new?')).toBe(true);
  expect(parameters(report)).toEqual({
    template: 'wrong-meaning.yml',
    title: '40001 (公众号)',
    report: 'Code: 40001\n中文: 无效 & more',
  });
  expect(editUrl(github, 41)).toBe('https://github.com/o/r/blob/HEAD/data/codes.csv?plain=1#L41');

  const gitlab = reportTarget('https://gitlab.example.org/group/sub/r');
  if (!gitlab) throw new Error('no target');
  expect(parameters(reportUrl(gitlab, 'wrong-meaning', 'T', 'B'))).toEqual({
    'issue[title]': 'T',
    'issue[description]': 'B',
  });
  expect(editUrl(gitlab, 2)).toBe('https://gitlab.example.org/group/sub/r/-/blob/HEAD/data/codes.csv?plain=1#L2');

  const gitea = reportTarget('https://codeberg.org/o/r');
  if (!gitea) throw new Error('no target');
  expect(parameters(reportUrl(gitea, 'missing-code', 'T', 'B'))).toEqual({ title: 'T', body: 'B' });
});

test('the issue forms in links exist and have the prefilled field', () => {
  for (const form of ['wrong-meaning', 'missing-code'] satisfies IssueForm[]) {
    const text = fs.readFileSync(path.join(ROOT, `.github/ISSUE_TEMPLATE/${form}.yml`), 'utf8');
    expect(text, form).toMatch(/^ +id: report$/m);
  }
});

test('a mail address receives reports and has no line to edit', () => {
  for (const value of ['errors@example.org', 'mailto:errors@example.org']) {
    const target = reportTarget(value);
    if (!target) throw new Error('no target');
    expect(reportUrl(target, 'wrong-meaning', '40001 x', 'a\nb')).toBe(
      'mailto:errors@example.org?subject=40001%20x&body=a%0Ab',
    );
    expect(editUrl(target, 41)).toBeUndefined();
  }
});

test('any other value is rejected with an example of a valid one', () => {
  for (const value of [
    'github.com/o/r',
    'http://github.com/o/r',
    'https://github.com/o',
    'javascript:alert(1)',
    'a b@c.d',
  ]) {
    expect(() => reportTarget(value), value).toThrow(/SITE_REPO is “.*”: set it to a repository such as/);
  }
});
