/** Hostile texts as data: the rules reject most with a reason, and the rest is printed as text. */

import { expect, test } from '@playwright/test';
import { parse as parseCsv } from 'csv/sync';
import { CSV_COLUMNS, csvFile } from '../../src/api/csv.ts';
import { apiEntry } from '../../src/api/entries.ts';
import { llmsText } from '../../src/api/llms.ts';
import { codeMarkdown } from '../../src/api/markdown.ts';
import { formatCodes, parseCodes } from '../../src/catalog/csv.ts';
import { groupByCode } from '../../src/catalog/questions.ts';
import { inspectCatalog } from '../../src/catalog/read.ts';
import { checkRows } from '../../src/catalog/rules.ts';
import { type Entry, toEntry } from '../../src/catalog/schema.ts';
import { pathCode } from '../../src/client/path-code.ts';
import { ticketText } from '../../src/client/ticket/ticket-text.ts';
import { element } from '../../src/feeds/xml.ts';
import { definedTerm, jsonLd } from '../../src/site/head/structured-data.ts';
import { createUrls } from '../../src/site/urls.ts';
import { catalog, lookups, ROOT } from '../fixtures/catalog.ts';
import { rendered, unguardCell } from '../fixtures/formats.ts';
import { HOSTILE } from '../fixtures/hostile.ts';
import { acceptedRows, HOSTILE_ROWS } from '../fixtures/hostile-rows.ts';

const urls = createUrls('/docs/errors', 'https://example.org');
/** As if no rule had checked them. */
const entries = HOSTILE_ROWS.map((row) => toEntry(row, '2026-11-22') as Entry);
const accepted = acceptedRows(ROOT);
/** Elements no text may become. */
const ELEMENTS = 'script,style,link,meta,base,img,svg,math,iframe,object,embed,video,details,form,input,template';
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

test('the rules reject markup and invisible characters, and each rejection has a line and a reason', () => {
  const { known } = inspectCatalog(ROOT);
  const refused = HOSTILE_ROWS.map((row) => {
    const { rows, problems } = parseCodes(Buffer.from(formatCodes([row], known.platforms)));
    return [...problems, ...checkRows(rows, known)];
  }).filter((problems) => problems.length);
  expect(refused).toHaveLength(HOSTILE_ROWS.length - accepted.length);
  expect(refused.length).toBeGreaterThan(15);
  expect(accepted.length).toBeGreaterThan(15);
  expect(refused.flat().filter(({ line, message }) => !line || !/; |: /.test(message))).toEqual([]);
  const through = accepted.filter(({ errmsg }) => /<\/?[a-z!]|[\p{Cc}\p{Cf}\p{Cs}\u2028]/iu.test(errmsg));
  expect(through).toEqual([]);
});

test('structured data cannot end its script, and holds the texts unchanged', () => {
  for (const entry of entries) {
    const json = jsonLd([definedTerm(entry, urls)]);
    const [term] = JSON.parse(json)['@graph'];
    expect(json).not.toContain('<');
    expect([term.description[0]['@value'], term.alternateName ?? '']).toEqual([entry.en, entry.errmsg]);
  }
});

test('Markdown of pages, tickets and llms.txt has no such element and no such link, and shows accepted texts', () => {
  const shownCodes = new Set(accepted.map(({ code }) => code));
  for (const entry of entries) {
    const here = [{ ...entry, met: 'often' as const }];
    const ticket = {
      ...entry,
      platform: lookups.platform('wecom').name,
      facts: '',
      firstCheck: entry.errmsg,
      url: 'https://example.org/',
      date: '2026-11-22',
    };
    const page = rendered(codeMarkdown({ code: entry.code, entries: [entry] }, lookups, urls));
    const all = [
      page,
      rendered(ticketText('markdown', ticket, 'zh')),
      rendered(llmsText({ ...catalog, entries: here, groups: groupByCode(here) }, urls)),
    ];
    for (const html of all) {
      expect(html.querySelector(ELEMENTS), entry.errmsg).toBeNull();
      const links = html.querySelectorAll('a').map((a) => a.getAttribute('href') ?? '');
      expect(links.filter((href) => !/^https:\/\//.test(href))).toEqual([]);
    }
    if (shownCodes.has(entry.code)) expect(squeezed(page.textContent)).toContain(squeezed(entry.en));
  }
});

test('the file for spreadsheets reads back unchanged, and no cell is a formula', () => {
  const api = entries.map((entry) => apiEntry(entry, urls));
  const lines = parseCsv(csvFile(api), { bom: true }) as string[][];
  const columns = Object.values(CSV_COLUMNS);
  // UTF-8 cannot hold a lone surrogate.
  const wrong = api.filter((entry, i) =>
    columns.some((cell, j) => unguardCell(lines[i + 1]?.[j] ?? '') !== cell(entry).toWellFormed()),
  );
  expect(wrong.map(({ errmsg }) => errmsg)).toEqual([]);
  expect(lines.flat().filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
});

test('in feeds and other XML a text stays a text', () => {
  for (const text of HOSTILE)
    expect(element('p', { title: text }, text, '.').source).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/);
});

test('a path is read as a code or as nothing', () => {
  const found = HOSTILE.flatMap((text) => [pathCode(`/${text}`, ''), pathCode('/', `?e=${text}`)]);
  expect(found.filter((each) => each && !/^(-?\d{1,10}|[A-Z][A-Z_]{3,})$/.test(each.code))).toEqual([]);
});

test('the check for elements finds one in Markdown', () => {
  expect(rendered('a <b>b</b> <script>1</script>').querySelector(ELEMENTS)).not.toBeNull();
});
