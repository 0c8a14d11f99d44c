import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { compareList, parseList } from '../../src/catalog/compare-list.ts';
import { formatCodes, parseCodes } from '../../src/catalog/csv.ts';
import type { Entry } from '../../src/catalog/index.ts';
import { COLUMNS } from '../../src/catalog/schema.ts';
import { GOOD } from '../fixtures/bad-rows.ts';

const HEADER = COLUMNS.join(',');
const LINE = formatCodes([GOOD], []).split('\n')[1] ?? '';
const parse = (text: string) => parseCodes(Buffer.from(text));
const messages = (text: string) =>
  parse(text).problems.map(({ line, column, message }) => `${line} ${column ?? '-'} ${message}`);

test('rows are read with their line numbers', () => {
  const { rows, problems } = parse(`${HEADER}\n${LINE}\n${LINE}\n`);
  expect(problems).toEqual([]);
  expect(rows.map(({ line }) => line)).toEqual([2, 3]);
  expect(rows[0]).toEqual(GOOD);
});

test('a byte order mark is reported, and the rows are still read', () => {
  expect(messages(`\uFEFF${HEADER}\n${LINE}\n`)).toEqual([expect.stringMatching(/^1 - .*BOM/)]);
});

test('GBK bytes are reported by line, and other lines are still read', () => {
  const gbk = Buffer.from([0xb2, 0xbb, 0xba, 0xcf]);
  const bytes = Buffer.concat([Buffer.from(`${HEADER}\n${LINE}\n40002,`), gbk, Buffer.from(`\n${LINE}\n`)]);
  const { rows, problems } = parseCodes(bytes);
  expect(problems).toEqual([expect.objectContaining({ line: 3, message: expect.stringContaining('not UTF-8') })]);
  expect(rows.map(({ line }) => line)).toEqual([2, 4]);
});

test('a broken quote invalidates only its own line', () => {
  const { rows, problems } = parse(`${HEADER}\n${LINE.replace('40001', '"40001')}\n${LINE}\n`);
  expect(problems).toEqual([expect.objectContaining({ line: 2, message: expect.stringContaining('invalid quotes') })]);
  expect(rows.map(({ line }) => line)).toEqual([3]);
});

test('a missing column, a cell too many, CR LF, an empty line and a missing line end are all named at once', () => {
  expect(messages(HEADER.replace(',en', ''))).toContainEqual(expect.stringMatching(/^1 en missing column/));
  expect(messages(`${HEADER}\n${LINE},x\r\n\n${LINE}`)).toEqual([
    expect.stringMatching(/^2 - ends with CR LF/),
    expect.stringMatching(/^4 - the last line has no line ending/),
    expect.stringMatching(/^2 - 18 cells/),
    expect.stringMatching(/^3 - empty line/),
  ]);
});

test('columns in another order are refused', () => {
  expect(messages(`${HEADER.replace('zh,en', 'en,zh')}\n`)).toEqual([expect.stringMatching(/wrong column order/)]);
});

test('formatted cells are read back unchanged, whatever they contain', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((s) => s.replace(/[\n\r\u2028\u2029\uFEFF]/g, ''));
  fc.assert(
    fc.property(cell, cell, (en, zh) => {
      const { rows, problems } = parse(formatCodes([{ ...GOOD, en, zh }], []));
      expect(problems).toEqual([]);
      expect(rows).toEqual([{ ...GOOD, en, zh }]);
    }),
  );
});

test('a list is compared: missing, with another text, gone', () => {
  const own = (code: string, zh: string, errmsg: string, older = ''): Entry =>
    ({ id: `${code}-wecom`, code, platforms: ['wecom'], zh, errmsg, older, status: 'active' }) as unknown as Entry;
  const entries = [own('1', '参数无效', 'invalid'), own('2', '新的', '', '旧的'), own('3', '没有了', '')];
  const list = parseList(
    Buffer.from('code,platform,zh,errmsg\n1,wecom,参数无效,invalid hint: [x]\n2,wecom,旧 的,\n4,wecom,多出来的,\n'),
  );
  const { missing, differs, gone } = compareList(entries, list);
  expect(missing.map(({ code }) => code)).toEqual(['4']);
  expect(differs).toEqual([]);
  expect(gone.map(({ id }) => id)).toEqual(['3-wecom']);
  const other = compareList(entries, [{ code: '1', platform: 'wecom', zh: '别的', errmsg: '' }]);
  expect(other.differs.map(({ entry }) => entry.code)).toEqual(['1']);
  expect(() => parseList(Buffer.from('code,zh\n1,x\n'))).toThrow('platform');
});
