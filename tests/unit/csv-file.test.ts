import { expect, test } from '@playwright/test';
import { parse } from 'csv/sync';
import fc from 'fast-check';
import { CSV_COLUMNS, csvFile, guardCell } from '../../src/api/csv.ts';
import type { ApiEntry } from '../../src/api/schema.ts';
import { unguardCell } from '../fixtures/formats.ts';

const ENTRY: ApiEntry = {
  code: '-1',
  platforms: ['common', 'wecom'],
  topic: 'messages',
  errmsg: '=HYPERLINK("http://x","y"), "z"',
  zh: '系统繁忙',
  en: 'Busy, "try" again.',
  title: { zh: '系统繁忙', en: 'Busy' },
  wording: 'official',
  older: '',
  status: 'active',
  retry: 'backoff',
  who: 'tencent',
  met: 'often',
  source: ['table'],
  guides: [],
  note: { zh: '', en: '' },
  changed: '2026-11-22',
  url: 'https://example.org/codes/-1/#common',
};

test('the file has a BOM, CR LF, quotes where needed, and lists separated by spaces', () => {
  expect(csvFile([ENTRY])).toBe(
    `\uFEFF${Object.keys(CSV_COLUMNS).join()}\r\n-1,common wecom,messages,"'=HYPERLINK(""http://x"",""y""), ""z""",系统繁忙,"Busy, ""try"" again.",active,table,,,2026-11-22,https://example.org/codes/-1/#common,系统繁忙,Busy,official,,backoff,tencent,often\r\n`,
  );
});

test('formulas get an apostrophe; numbers and other text are unchanged', () => {
  for (const cell of ['=1', '+1', '-x', '-1+cmd', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠a']) {
    expect(guardCell(cell)).toBe(`'${cell}`);
  }
  for (const cell of ['-1', '0', '40001', 'SIGN_ERROR', "it's", "'quoted'", 'a=b', ''])
    expect(guardCell(cell)).toBe(cell);
});

test('a parser reads back any text, and the apostrophe can be removed', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'=\'+-@\t\r\n",a1 ，＝码'.split('')), maxLength: 8 });
  fc.assert(
    fc.property(cell, cell, (errmsg, zh) => {
      expect(unguardCell(guardCell(errmsg))).toBe(errmsg);
      const [row] = parse(csvFile([{ ...ENTRY, errmsg, zh }]), {
        bom: true,
        columns: true,
        record_delimiter: '\r\n',
      }) as Record<string, string>[];
      expect(unguardCell(row?.errmsg ?? '')).toBe(errmsg);
      expect(unguardCell(row?.zh ?? '')).toBe(zh);
    }),
    { numRuns: 200 },
  );
});
