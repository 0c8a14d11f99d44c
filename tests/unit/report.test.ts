import { expect, test } from '@playwright/test';
import { editUrl, reportTarget, reportUrl } from '../../src/site/report.ts';

const parameters = (address: string) => Object.fromEntries(new URL(address).searchParams);

test('unset there is nowhere to report to', () => {
  for (const value of [undefined, '', '  ']) expect(reportTarget(value)).toBeUndefined();
});

test('a repository takes reports and edits, each host in its own form', () => {
  const github = reportTarget('https://github.com/o/r.git/');
  expect(github).toEqual({ kind: 'repository', url: 'https://github.com/o/r', host: 'github' });
  if (!github) throw new Error('no target');
  const report = reportUrl(github, '40001 (公众号)', 'Code: 40001\n中文: 无效 & more');
  expect(report.startsWith('https://github.com/o/r/issues/new?title=')).toBe(true);
  expect(parameters(report)).toEqual({ title: '40001 (公众号)', body: 'Code: 40001\n中文: 无效 & more' });
  expect(editUrl(github, 41)).toBe('https://github.com/o/r/blob/HEAD/data/codes.csv?plain=1#L41');

  const gitlab = reportTarget('https://gitlab.example.org/group/sub/r');
  if (!gitlab) throw new Error('no target');
  expect(parameters(reportUrl(gitlab, 'T', 'B'))).toEqual({ 'issue[title]': 'T', 'issue[description]': 'B' });
  expect(editUrl(gitlab, 2)).toBe('https://gitlab.example.org/group/sub/r/-/blob/HEAD/data/codes.csv?plain=1#L2');
});

test('a mail address takes reports and has no line to edit', () => {
  for (const value of ['errors@example.org', 'mailto:errors@example.org']) {
    const target = reportTarget(value);
    if (!target) throw new Error('no target');
    expect(reportUrl(target, '40001 x', 'a\nb')).toBe('mailto:errors@example.org?subject=40001%20x&body=a%0Ab');
    expect(editUrl(target, 41)).toBeUndefined();
  }
});

test('anything else is refused, saying what it may be', () => {
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
