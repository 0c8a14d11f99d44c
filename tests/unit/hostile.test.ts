/** Hostile texts as data: most are refused with a word on why, and whatever gets through is printed as text. */

import { expect, test } from '@playwright/test';
import { parse as parseCsv } from 'csv/sync';
import { parse as parseHtml } from 'node-html-parser';
import { CSV_COLUMNS, csvFile } from '../../src/api/csv.ts';
import { apiEntry } from '../../src/api/entries.ts';
import { llmsText } from '../../src/api/llms.ts';
import { codeMarkdown } from '../../src/api/markdown.ts';
import { codeCard } from '../../src/build/social-cards/cards.ts';
import { createDraw, createRenderer } from '../../src/build/social-cards/draw.ts';
import { formatCodes, parseCodes } from '../../src/catalog/csv.ts';
import { groupByCode } from '../../src/catalog/questions.ts';
import { inspectCatalog } from '../../src/catalog/read.ts';
import { checkRows } from '../../src/catalog/rules.ts';
import { type Entry, toEntry } from '../../src/catalog/schema.ts';
import { pathCode } from '../../src/client/path-code.ts';
import { ticketText } from '../../src/client/ticket/ticket-text.ts';
import { element } from '../../src/feeds/xml.ts';
import { FREQUENT } from '../../src/site/frequent.ts';
import { definedTerm, jsonLd } from '../../src/site/head/structured-data.ts';
import { createUrls } from '../../src/site/urls.ts';
import { catalog, lookups, ROOT } from '../fixtures/catalog.ts';
import { rendered, unguardCell } from '../fixtures/formats.ts';
import { HOSTILE } from '../fixtures/hostile.ts';
import { acceptedRows, addRows, HOSTILE_ROWS } from '../fixtures/hostile-rows.ts';
import { project } from '../fixtures/project.ts';

const { known } = inspectCatalog(ROOT);
const urls = createUrls('/docs/errors', 'https://example.org');
/** As if no rule had looked at them. A text of a million characters shows nothing one of a thousand does not. */
const entries = HOSTILE_ROWS.filter(({ errmsg }) => errmsg.length < 10_000).map(
  (row) => toEntry(row, '2026-11-22') as Entry,
);
const accepted = acceptedRows(ROOT, 500);
/** What no text may become. */
const ELEMENTS = 'script,style,link,meta,base,img,svg,math,iframe,object,embed,video,details,form,input,template';
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

test('of 500 rows the rules refuse most, saying where and why; the others could be recorded', () => {
  const verdicts = HOSTILE_ROWS.map((row) => {
    const { rows, problems } = parseCodes(Buffer.from(formatCodes([row], known.platforms)));
    return [...problems, ...checkRows(rows, known)];
  });
  const refused = verdicts.filter((problems) => problems.length);
  expect({ refused: refused.length, accepted: verdicts.length - refused.length }).toEqual({
    refused: 254,
    accepted: 246,
  });
  expect(refused.flat().filter(({ line, message }) => !line || !/; |: /.test(message))).toEqual([]);

  const root = project();
  addRows(root, accepted);
  const { blocking, unrecorded } = inspectCatalog(root);
  expect(blocking).toEqual([]);
  expect(unrecorded).toHaveLength(accepted.length);
  const through = accepted.filter(({ errmsg }) =>
    /<\/?[a-z!]|[\p{Cc}\p{Cf}\p{Cs}\u2028]/iu.test(errmsg.replace(/<!/g, '')),
  );
  expect(through.map(({ errmsg }) => errmsg)).toEqual([]);
});

test('structured data cannot end its script, and says what the data says', () => {
  const wrong = entries.filter((entry) => {
    const json = jsonLd([definedTerm(entry, urls)]);
    const [term] = JSON.parse(json)['@graph'];
    return (
      json.includes('<') || term.description[0]['@value'] !== entry.en || (term.alternateName ?? '') !== entry.errmsg
    );
  });
  expect(wrong.map(({ errmsg }) => errmsg)).toEqual([]);
});

test('Markdown of pages and tickets has no element of theirs, and shows what the rules let through', () => {
  const codes = new Set(accepted.map(({ code }) => code));
  const wrong = entries.filter((entry) => {
    const ticket = {
      ...entry,
      platform: lookups.platform('wecom').name,
      url: 'https://example.org/',
      date: '2026-11-22',
    };
    const page = rendered(codeMarkdown({ code: entry.code, entries: [entry] }, 'en', lookups, urls));
    const both = [page, rendered(ticketText('markdown', ticket, 'zh'))];
    const links = both.flatMap((html) => html.querySelectorAll('a').map((a) => a.getAttribute('href') ?? ''));
    const shown = squeezed(page.textContent).includes(squeezed(entry.en));
    return (
      both.some((html) => html.querySelector(ELEMENTS)) ||
      links.some((href) => !/^https:\/\//.test(href)) ||
      (codes.has(entry.code) && !shown)
    );
  });
  expect(wrong.map(({ errmsg }) => errmsg)).toEqual([]);
});

test('the file for spreadsheets comes back as it was, and runs nothing', () => {
  const api = entries.map((entry) => apiEntry(entry, urls));
  const lines = parseCsv(csvFile(api), { bom: true }) as string[][];
  const columns = Object.values(CSV_COLUMNS);
  // Half a character is no UTF-8; the parser reads it as such.
  const wrong = api.filter((entry, i) =>
    columns.some((cell, j) => unguardCell(lines[i + 1]?.[j] ?? '') !== cell(entry).toWellFormed()),
  );
  expect(wrong.map(({ errmsg }) => errmsg)).toEqual([]);
  expect(lines.flat().filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
});

test('in feeds and other XML a text is a text', () => {
  const wrong = HOSTILE.filter(
    (text) => !/^<p title="[^"<>]*">[^<>]*<\/p>$/.test(element('p', { title: text }, text, '.').source),
  );
  expect(wrong).toEqual([]);
});

test('the guide for language models has no element of theirs', () => {
  const wrong = entries.filter((entry) => {
    const here = [{ ...entry, code: FREQUENT[0] ?? '' }];
    const markdown = llmsText({ ...catalog, entries: here, groups: groupByCode(here) }, urls);
    return rendered(markdown).querySelector(ELEMENTS) || !markdown.includes(FREQUENT[0] ?? '');
  });
  expect(wrong.map(({ errmsg }) => errmsg)).toEqual([]);
});

test('cards draw them', async () => {
  const draw = createDraw(await createRenderer(), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  for (const entry of entries.filter(({ errmsg }, i) => i % 12 === 0 && errmsg.length < 1000))
    await expect(
      draw(codeCard({ code: entry.code, entries: [entry] }, catalog.platforms)),
      entry.errmsg,
    ).resolves.toBeInstanceOf(Buffer);
});

test('an address is read as a code or as nothing', () => {
  const wrong = HOSTILE.filter((text) => {
    const found = [pathCode(`/${text}`, ''), pathCode('/', `?e=${text}`)];
    return found.some((each) => each && !/^(-?\d{1,10}|[A-Z][A-Z_]{3,})$/.test(each.code));
  });
  expect(wrong).toEqual([]);
});

test('what would get through is seen', () => {
  expect(parseHtml('<p><img src=x></p>').querySelector(ELEMENTS)).not.toBeNull();
  expect(rendered('a <b>b</b> <script>1</script>').querySelector(ELEMENTS)).not.toBeNull();
});
