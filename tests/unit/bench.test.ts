/** What `npm run bench` reckons with: a wrong figure would look like any other. */
import { expect, test } from '@playwright/test';
import { cpuSeconds } from '../bench/build.ts';
import { chosenQueries, evenly } from '../bench/chosen-queries.ts';
import { type Report, shortcomings } from '../bench/lighthouse.ts';
import { readStatus, treeBytes } from '../bench/process-tree.ts';
import { median, percentile } from '../bench/statistics.ts';
import { kilobytes, megabytes, milliseconds, sectionText } from '../bench/table.ts';

test('median and percentile, in whatever order the values come', () => {
  expect([median([30, 10, 20]), median([20, 10]), median([7])]).toEqual([20, 15, 7]);
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([percentile(hundred, 0.95), percentile(hundred, 0), percentile([3, 9], 0.95)]).toEqual([95, 1, 9]);
  expect(() => median([])).toThrow('no values');
  expect(() => percentile([], 0.95)).toThrow('no values');
});

test('a section is a table with its notes; a cell too few is refused', () => {
  const section = { title: 'A', head: ['x', 'ms'], rows: [['a|b', 1]], notes: ['so'] };
  expect(sectionText(section)).toBe('## A\n\n| x | ms |\n| --- | --- |\n| a\\|b | 1 |\n\n- so\n');
  expect(() => sectionText({ ...section, rows: [['a']] })).toThrow('A: 1 cells under 2 names: a');
});

test('units', () => {
  expect([kilobytes(1536), kilobytes(204_800), megabytes(1_500_000)]).toEqual(['1.5', '200', '1.5']);
  expect([milliseconds(3.14), milliseconds(314.15)]).toEqual(['3.1', '314']);
});

test('the memory of a process is its own and that of all below it, nobody else’s', () => {
  const tree = [
    { pid: 1, parent: 0, bytes: 1000 },
    { pid: 2, parent: 1, bytes: 1 },
    { pid: 3, parent: 2, bytes: 20 },
    { pid: 4, parent: 3, bytes: 300 },
    { pid: 5, parent: 1, bytes: 4000 },
  ];
  expect(treeBytes(tree, 2)).toBe(321);
  expect(treeBytes(tree, 9)).toBe(0);
  expect(readStatus('Name:\tnode\nPid:\t7\nPPid:\t1\nVmHWM:\t 9 kB\nVmRSS:\t  2048 kB\n')).toEqual({
    pid: 7,
    parent: 1,
    bytes: 2 ** 21,
  });
  expect(readStatus('Name:\tkthreadd\nPid:\t2\nPPid:\t0\n')).toBeUndefined();
});

test('processor time is read from the second line of “times”', () => {
  expect(cpuSeconds('0m0.01s 0m0.00s\n1m2.50s 0m3.25s\n')).toBe(65.75);
  expect(() => cpuSeconds('Segmentation fault')).toThrow('not what “times” prints');
});

test('queries are taken evenly, every kind the box is for is there, and none twice', () => {
  const list = ['a', 'b', 'c', 'd', 'e'].map((query) => ({ query, category: 'x', expected: [] }));
  expect(evenly(list, 'x', 2)).toEqual(['a', 'c']);
  expect(() => evenly(list, 'y', 1)).toThrow('1 queries of “y” wanted, 0 there');
  const chosen = chosenQueries();
  expect(chosen.length).toBeGreaterThanOrEqual(40);
  expect(new Set(chosen.map(({ query }) => query)).size).toBe(chosen.length);
  const kinds = chosen.map(({ kind }) => kind);
  for (const kind of ['code', 'Chinese', 'English', 'typo', 'platform + code', 'pasted log'])
    expect(kinds).toContain(kind);
});

test('what Lighthouse finds wanting is named, performance apart, and what does not count is not', () => {
  const report: Report = {
    lighthouseVersion: '13',
    categories: {
      performance: { score: 0.5, auditRefs: [{ id: 'slow', weight: 1 }] },
      seo: {
        score: 0.9,
        auditRefs: [
          { id: 'canonical', weight: 1 },
          { id: 'fine', weight: 1 },
          { id: 'hint', weight: 0 },
        ],
      },
      accessibility: { score: 1, auditRefs: [{ id: 'not-applicable', weight: 1 }] },
    },
    audits: {
      slow: { score: 0 },
      canonical: { score: 0 },
      fine: { score: 1 },
      hint: { score: 0 },
      'not-applicable': { score: null },
    },
  };
  expect(shortcomings(report)).toEqual(['seo: canonical']);
});
