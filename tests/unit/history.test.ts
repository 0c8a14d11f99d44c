import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parseCodes } from '../../src/catalog/csv.ts';
import { allCells, filled, formatHistory, parseHistory } from '../../src/catalog/record/history.ts';
import { kindOf, REPLAY_RULES, replay, replayFile } from '../../src/catalog/record/replay.ts';
import {
  compareWithRecord,
  metaProblems,
  recordableProblems,
  vanishedProblems,
} from '../../src/catalog/record/unrecorded.ts';
import { compareVersions, nextVersion } from '../../src/catalog/record/version.ts';
import { entryId, type Row } from '../../src/catalog/schema.ts';
import { BAD_EVENTS, BAD_LINES } from '../fixtures/bad-history.ts';
import { GOOD } from '../fixtures/bad-rows.ts';
import { catalog, ROOT } from '../fixtures/catalog.ts';
import { EVENTS, numbered } from '../fixtures/history.ts';

const parse = (text: string) => parseHistory(Buffer.from(text));

test('the real record, replayed, gives exactly the rows of codes.csv', () => {
  const { entries, problems } = replayFile(fs.readFileSync(path.join(ROOT, 'data/history.jsonl')));
  expect(problems).toEqual([]);
  const { rows } = parseCodes(fs.readFileSync(path.join(ROOT, 'data/codes.csv')));
  const expected = Object.fromEntries(rows.map(({ line, ...cells }) => [entryId(cells), cells]));
  expect(Object.fromEntries([...entries].map(([id, { cells }]) => [id, cells]))).toEqual(expected);
});

test('the catalog has the record, newest last, and each entry the day of its last change', () => {
  expect(catalog.history.at(0)).toMatchObject({ version: '1.0.0', date: '2026-11-22' });
  expect(catalog.history.at(-1)).toMatchObject({ version: catalog.meta.version, date: catalog.meta.date });
  const last = new Map(catalog.history.flatMap(({ date, changes }) => changes.map(({ id }) => [id, date] as const)));
  for (const { id, changed } of catalog.entries) expect(changed, id).toBe(last.get(id));
});

test('what is written is read back', () => {
  expect(parse(formatHistory(EVENTS))).toEqual({ lines: numbered(EVENTS), problems: [] });
  const { line, ...cells } = GOOD;
  expect(Object.keys(filled(GOOD))).not.toContain('note_zh');
  expect(allCells(filled(GOOD))).toEqual(cells);
});

test('a record with every kind of change comes to its releases, rows and days', () => {
  const { releases, entries, problems } = replay(numbered(EVENTS));
  expect(problems).toEqual([]);
  expect(releases.map(({ version, changes }) => [version, changes.map(({ id, kind }) => `${kind} ${id}`)])).toEqual([
    ['1.0.0', ['added 40001-official-account', 'added 40001-wecom']],
    ['1.0.1', ['corrected 40001-official-account']],
    ['1.1.0', ['added SIGN_ERROR-red-packets', 'retired 40001-wecom']],
    ['1.2.0', ['restored 40001-wecom']],
  ]);
  expect(releases[1]?.changes[0]).toEqual({
    id: '40001-official-account',
    code: '40001',
    platform: 'official-account',
    kind: 'corrected',
    meaning: { en: 'Invalid credential.', zh: '不合法的凭证' },
    // In the order of the columns, whatever the order in the line.
    fields: [
      {
        column: 'platforms',
        before: 'official-account mini-program',
        after: 'official-account open-platform',
      },
      { column: 'errmsg', before: '', after: 'invalid credential <x>' },
      { column: 'en', before: 'Invalid credental.', after: 'Invalid credential.' },
    ],
  });
  expect([...entries].map(([id, { changed }]) => [id, changed])).toEqual([
    ['40001-official-account', '2026-12-01'],
    ['40001-wecom', '2027-01-05'],
    ['SIGN_ERROR-red-packets', '2026-12-01'],
  ]);
  expect(entries.get('40001-wecom')?.cells).toMatchObject({ status: 'active', errmsg: 'invalid secret', note_en: '' });
});

test('a change is of the kind its status says', () => {
  expect(kindOf({ en: ['a', 'b'] })).toBe('corrected');
  expect(kindOf({ en: ['a', 'b'], status: ['active', 'historic'] })).toBe('retired');
  expect(kindOf({ status: ['historic', 'active'] })).toBe('restored');
});

for (const { line, column, says } of BAD_LINES) {
  test(`the line ${JSON.stringify(line)} is refused, and the others are read`, () => {
    const { lines, problems } = parse(`${formatHistory(EVENTS)}${line}\n${formatHistory(EVENTS.slice(1, 2))}`);
    expect(lines).toHaveLength(EVENTS.length + 1);
    expect(problems).toEqual([
      {
        file: 'data/history.jsonl',
        line: EVENTS.length + 1,
        ...(column ? { column } : {}),
        message: expect.stringMatching(says),
      },
    ]);
  });
}

test('a line in another encoding, and a file that was cut off, are located', () => {
  const bytes = Buffer.concat([Buffer.from(formatHistory(EVENTS.slice(0, 2))), Buffer.from([0xd6, 0xd0, 10])]);
  expect(parseHistory(bytes).problems).toEqual([
    expect.objectContaining({ line: 3, message: expect.stringMatching(/not UTF-8/) }),
  ]);
  expect(parse(formatHistory(EVENTS).trimEnd()).problems).toEqual([
    expect.objectContaining({ line: EVENTS.length, message: expect.stringMatching(/no line end/) }),
  ]);
});

for (const { rule, events, line, column, says } of BAD_EVENTS) {
  test(`${rule} rejects ${says.source}`, () => {
    expect(replay(numbered(events)).problems).toEqual([
      { file: 'data/history.jsonl', line, ...(column ? { column } : {}), message: expect.stringMatching(says) },
    ]);
  });
}

test('every rule of the record is seen to reject something', () => {
  const seen = new Set<string>(BAD_EVENTS.map(({ rule }) => rule));
  expect(Object.keys(REPLAY_RULES).filter((rule) => !seen.has(rule))).toEqual([]);
});

test('an empty record is refused', () => {
  expect(replay(parse('').lines).problems).toEqual([
    { file: 'data/history.jsonl', message: 'has no release; restore it' },
  ]);
});

test.describe('rows and record compared', () => {
  const recorded = replay(numbered(EVENTS)).entries;
  const rows = [...recorded.values()].map(({ cells }, index): Row => ({ ...cells, line: index + 2 }));
  const [account, wecom, redPackets] = rows as [Row, Row, Row];
  const differences = (changed: Row[]) => compareWithRecord(changed, recorded);

  test('the same rows in another order are no change', () => {
    expect(differences([redPackets, account, wecom])).toEqual({ recordable: [], vanished: [] });
  });

  test('a changed and a new row are located', () => {
    const changed = { ...account, en: 'Wrong.', topic: 'users' };
    const added = { ...wecom, code: '40002', zh: '新的', line: 5 };
    const { recordable, vanished } = differences([changed, wecom, redPackets, added]);
    expect(vanished).toEqual([]);
    expect(recordable).toEqual([
      {
        kind: 'changed',
        id: '40001-official-account',
        row: changed,
        fields: { topic: ['messages', 'users'], en: ['Invalid credential.', 'Wrong.'] },
      },
      { kind: 'added', id: '40002-wecom', row: added },
    ]);
    const at = { file: 'data/codes.csv', line: 2, message: 'changed but not recorded; run npm run data:record' };
    expect(recordableProblems(recordable)).toEqual([
      { ...at, column: 'topic' },
      { ...at, column: 'en' },
      {
        file: 'data/codes.csv',
        line: 5,
        message: '40002-wecom is new but not recorded; run npm run data:record',
      },
    ]);
  });

  test('a row that is gone is to be restored', () => {
    expect(vanishedProblems(differences([wecom, redPackets]).vanished)).toEqual([
      {
        file: 'data/codes.csv',
        message: '40001-official-account was published and is gone; restore its row and set status to historic',
      },
    ]);
  });

  test('another home platform and another code are told apart from new rows', () => {
    const rehomed = { ...account, platforms: 'open-platform official-account' };
    const byHome = differences([rehomed, wecom, redPackets]);
    expect(byHome.recordable).toEqual([]);
    expect(vanishedProblems(byHome.vanished)).toEqual([
      {
        file: 'data/codes.csv',
        line: 2,
        column: 'platforms',
        message: expect.stringMatching(
          /^40001-official-account was published and is now 40001-open-platform; .*put it first again/,
        ),
      },
    ]);
    const byCode = differences([account, { ...wecom, code: '40009' }, redPackets]);
    expect(byCode.recordable).toEqual([]);
    expect(vanishedProblems(byCode.vanished)).toEqual([
      {
        file: 'data/codes.csv',
        line: 3,
        column: 'code',
        message: expect.stringMatching(
          /^40001-wecom was published and is now 40009-wecom; .*add the new code as a row/,
        ),
      },
    ]);
  });
});

test('version and date of meta.json are the last release’s', () => {
  const last = replay(numbered(EVENTS)).releases.at(-1);
  if (!last) throw new Error('the record has no release');
  const meta = { version: '1.2.0', date: '2027-01-05', licence: 'CC BY 4.0' };
  expect(metaProblems(meta, last)).toEqual([]);
  expect(metaProblems({ ...meta, version: '1.3.0', date: '2027-02-01' }, last)).toEqual([
    { file: 'data/meta.json', column: 'version', message: expect.stringMatching(/is 1\.3\.0, .* has 1\.2\.0; write/) },
    { file: 'data/meta.json', column: 'date', message: expect.stringMatching(/is 2027-02-01, .* has 2027-01-05/) },
  ]);
});

test('versions are compared and raised by number', () => {
  expect(['1.10.0', '1.9.9', '2.0.0', '1.9.10'].sort(compareVersions)).toEqual(['1.9.9', '1.9.10', '1.10.0', '2.0.0']);
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
  expect(nextVersion('1.9.3', 'minor')).toBe('1.10.0');
  expect(nextVersion('1.9.9', 'patch')).toBe('1.9.10');
});
