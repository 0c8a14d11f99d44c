import { expect, test } from '@playwright/test';
import { releasesOf, unrecordedProblems, unrecordedRows, vanishedProblems } from '../../src/catalog/record/compare.ts';
import { checkOrder, formatHistory, hashOf, readHistory } from '../../src/catalog/record/history.ts';
import type { Row } from '../../src/catalog/schema.ts';
import { GOOD } from '../fixtures/bad-rows.ts';
import { ACCOUNT, LINES, RED_PACKETS, ROWS, WECOM } from '../fixtures/history.ts';

const read = (text: string) => readHistory(Buffer.from(text));
const TEXT = formatHistory(LINES);
const history = read(TEXT);

test('the hash of an entry is stable, because published records contain it', () => {
  expect(hashOf(GOOD)).toBe('7f6343ef');
  expect(hashOf({ ...GOOD, note_en: 'x' })).not.toBe(hashOf({ ...GOOD, note_zh: 'x' }));
});

test('a record is read as releases, and as the changes of each entry', () => {
  expect(history.problems).toEqual([]);
  const kinds = history.releases.map(({ version, changes }) => [
    version,
    changes.map(({ id, kind }) => `${kind} ${id}`),
  ]);
  expect(kinds).toEqual([
    ['1.0.0', ['added 40001-official-account', 'added 40001-wecom']],
    ['1.0.1', ['corrected 40001-official-account']],
    ['1.1.0', ['added SIGN_ERROR-red-packets', 'retired 40001-wecom']],
    ['1.2.0', ['restored 40001-wecom']],
  ]);
  expect([...history.entries].map(([id, changes]) => [id, changes.at(-1)?.date])).toEqual([
    ['40001-official-account', '2026-12-01'],
    ['40001-wecom', '2027-01-05'],
    ['SIGN_ERROR-red-packets', '2026-12-01'],
  ]);
});

test('a change has the meaning at its time, and its fields in column order', () => {
  const [added, corrected] = releasesOf(history, ROWS).map(({ changes }) => changes[0]);
  expect(added).toMatchObject({ meaning: { en: 'Invalid credental.', zh: '不合法的凭证' }, fields: [] });
  expect(corrected).toEqual({
    id: '40001-official-account',
    code: '40001',
    platform: 'official-account',
    kind: 'corrected',
    meaning: { en: 'Invalid credential.', zh: '不合法的凭证' },
    fields: [
      { column: 'platforms', before: 'official-account mini-program', after: 'official-account open-platform' },
      { column: 'errmsg', before: '', after: 'invalid credential <2>' },
      { column: 'en', before: 'Invalid credental.', after: 'Invalid credential.' },
    ],
  });
});

const RELEASE = '{"version":"1.0.1","date":"2026-11-22","why":{"en":"a","zh":"因"}}\n';
for (const [what, line, text] of [
  ['text', 'x\n', /^not a release, an added or a changed entry; only npm run data:record writes this file: restore/],
  ['a wrong version', RELEASE.replace('1.0.1', '1.1'), /^not a release/],
  ['a key too many', RELEASE.replace('"}}', '"},"by":"x"}'), /^not a release/],
  ['an unknown column', '{"changed":"40001-wecom","hash":"0","fields":{"de":["a","b"]}}\n', /^not a release/],
  ['another encoding', Buffer.from([0xd6, 0xd0, 10]), /^not UTF-8/],
  ['no line end', RELEASE.trimEnd(), /^cut off/],
  [
    'a version that does not rise',
    RELEASE.replace('1.0.1', '0.10.9'),
    /^0\.10\.9 is not above 1\.0\.0; give a higher one/,
  ],
  ['a date that goes back', RELEASE.replace('-22', '-21'), /^2026-11-21 is before the last release, 2026-11-22/],
  ['an entry added twice', '{"added":"40001-wecom","hash":"0"}\n', /^40001-wecom was added before/],
  ['a change of no entry', '{"changed":"1-wecom","hash":"0","fields":{}}\n', /^1-wecom was never added/],
] as const) {
  test(`${what} is rejected`, () => {
    const start = Buffer.from(formatHistory(LINES.slice(0, 3)));
    expect(readHistory(Buffer.concat([start, Buffer.from(line)])).problems).toMatchObject([
      { file: 'data/history.jsonl', line: 4, message: expect.stringMatching(text) },
    ]);
  });
}

test('a change before the first release is rejected', () => {
  const message = expect.stringMatching(/^comes before the first release/);
  expect(read(formatHistory(LINES.slice(1, 2))).problems).toMatchObject([{ line: 1, message }]);
});

test('versions are compared by number', () => {
  const release = (version: string) => ({ version, date: '2026-11-22', why: { en: 'a', zh: '因' } });
  expect(checkOrder(release('1.10.0'), release('1.9.10'))).toBeUndefined();
  expect(checkOrder(release('1.9.10'), release('1.10.0'))?.column).toBe('version');
});

test.describe('rows compared with the record', () => {
  const problemsOf = (...rows: Row[]) => [
    ...unrecordedProblems(unrecordedRows(rows, history)),
    ...vanishedProblems(rows, history),
  ];
  const file = 'data/codes.csv';

  test('another order of the rows is not a change', () => {
    expect(problemsOf(RED_PACKETS, ACCOUNT, WECOM)).toEqual([]);
  });

  test('a column with an earlier correction is named; for others only the line is known', () => {
    const message = 'changed but not recorded; run npm run data:record';
    const corrected = { ...ACCOUNT, en: 'Wrong.', topic: 'users' };
    expect(problemsOf(corrected, { ...WECOM, topic: 'users' }, RED_PACKETS)).toEqual([
      { file, line: 2, column: 'en', message },
      { file, line: 3, message },
    ]);
  });

  test('a missing published row has to be restored', () => {
    const message = '40001-official-account was published and is gone; restore its row and set status to historic';
    expect(problemsOf(WECOM, RED_PACKETS)).toEqual([{ file, message }]);
  });

  for (const [what, line, rows, now] of [
    ['home platform', 2, [{ ...ACCOUNT, platforms: 'open-platform' }, WECOM, RED_PACKETS], '40001-open-platform'],
    ['code', 3, [ACCOUNT, { ...WECOM, code: '40009' }, RED_PACKETS], '40009-wecom'],
  ] as const) {
    test(`a published row with another ${what} has to be changed back`, () => {
      expect(problemsOf(...rows)).toContainEqual({
        file,
        line,
        message: expect.stringMatching(`^40001-[a-z-]+ was published and is now ${now}; .* change them back`),
      });
    });
  }
});
