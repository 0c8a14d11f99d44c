import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { codeMarkdown } from '../../src/api/markdown.ts';
import { groupByCode } from '../../src/catalog/questions.ts';
import type { Entry } from '../../src/catalog/schema.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../src/site/markdown-text.ts';
import { createUrls } from '../../src/site/urls.ts';
import { rendered } from '../fixtures/formats.ts';
import { catalog, find, lookups } from '../fixtures/small-catalog.ts';

const urls = createUrls('/docs/errors', 'https://example.org');
const groupOf = find(groupByCode(catalog.entries), ({ code }) => code);

test('Markdown syntax is escaped, and identifiers stay readable', () => {
  for (const [text, escaped] of [
    ['不能包含\\uxxxx格式', '不能包含\\\\uxxxx格式'],
    ['access_token 与 media_id', 'access_token 与 media_id'],
    ['中文_id', '中文_id'],
    ['_id, x_ and a__b', '\\_id, x\\_ and a\\_\\_b'],
    ['`a` *b* [c](d) <e> f&g h|i ~~j~~', '\\`a\\` \\*b\\* \\[c\\](d) \\<e\\> f\\&g h\\|i \\~\\~j\\~\\~'],
    ['# one', '\\# one'],
    ['one ##', 'one \\##'],
    ['C#', 'C#'],
    ['- one', '\\- one'],
    ['+1', '\\+1'],
    ['a - b + c', 'a - b + c'],
    ['1. one', '1\\. one'],
    ['1) one', '1\\) one'],
    ['version 1.2', 'version 1.2'],
    ['a\n===', 'a\n\\==='],
    ['see http://a.b/c_&d or www.a.b', 'see http\\://a.b/c\\_\\&d or www\\.a.b'],
  ]) {
    expect(escapeMarkdown(text ?? '')).toBe(escaped);
  }
});

/** Pieces of Markdown syntax, from which single-line texts are made. */
const piece = fc.constantFrom(
  ...'\\ ` * _ [ ] ( ) < > & | ~ # - + = ! : . , " \' $ ^ { } @ / ? % ;'.split(' '),
  ...'a Z 1 42 码 ， &amp; <b> ![x](y) ](z) http:// www. a@b.cc *** __'.split(' '),
  ' ',
);
const line = fc
  .array(piece, { minLength: 1, maxLength: 24 })
  .map((pieces) => pieces.join('').replace(/ +/g, ' ').trim())
  .filter((text) => text !== '');

test('escaped text renders as itself in a paragraph, a list, a heading and a link', () => {
  fc.assert(
    fc.property(line, (text) => {
      for (const markdown of [
        `x\n\n${escapeMarkdown(text)}`,
        `- ${escapeMarkdown(text)}`,
        `## ${escapeMarkdown(text)}`,
      ]) {
        const shown = rendered(markdown).textContent.trim();
        expect(shown.replace(/^x\s+/, ''), markdown).toBe(text);
      }
      expect(rendered(markdownLink(text, 'https://example.org/(a) b')).querySelector('a')?.textContent).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test('a code span shows any text unchanged', () => {
  expect(codeSpan('a')).toBe('`a`');
  expect(codeSpan('a `b`` c`')).toBe('``` a `b`` c` ```');
  fc.assert(
    fc.property(line, (text) => {
      expect(rendered(`- errmsg: ${codeSpan(text)}`).querySelector('code')?.textContent).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test('unescaped text is changed by the renderer', () => {
  expect(rendered('不能包含\\_id *b* <b>').textContent.trim()).not.toBe('不能包含\\_id *b* <b>');
});

test('a Markdown page has a heading, a section for each meaning, and its sources', () => {
  const markdown = codeMarkdown(groupOf('40001'), lookups, urls);
  expect(markdown).toMatch(/^# 40001 · WeChat error code · 微信错误码\n\n/);
  expect(markdown.match(/^## .*/gm)).toEqual(['## Official Account · 公众号', '## Open Platform · 开放平台']);
  expect(markdown).toContain('- 网页: <https://example.org/docs/errors/zh/codes/40001/>');
  expect(markdown.endsWith('\n') && !markdown.endsWith('\n\n')).toBe(true);
});

test('a Markdown page marks a historic code and omits unknown facts', () => {
  const [entry] = groupOf('40164').entries;
  const old = { ...entry, status: 'historic', errmsg: '', note: { zh: '', en: '' } } as Entry;
  const markdown = codeMarkdown({ code: '40164', entries: [old] }, lookups, urls);
  expect(markdown).toContain(`- Status: ${stringsFor('en').code.statuses.historic}`);
  expect(markdown).not.toMatch(/errmsg|Note/);
});

test('a Markdown page has the guide of a meaning in both languages, its texts unchanged', () => {
  const page = rendered(codeMarkdown(groupOf('40001'), lookups, urls));
  const headings = page.querySelectorAll('h3').map(({ textContent }) => textContent);
  const parts = (locale: 'en' | 'zh') => {
    const { causesOn, fixes, check, userText, confused, limits } = stringsFor(locale).code.guide;
    const name = lookups.platform('official-account').name[locale];
    return [causesOn(name), fixes, check, userText, confused, limits];
  };
  expect(headings).toEqual([...parts('en'), ...parts('zh')]);
  expect(page.querySelector('h3 + ul li')?.textContent).toBe(
    'Sometimes it fails, with *stars* and <b> → A second server fetched a newer token. → fix 2',
  );
  expect(page.querySelectorAll('ol')[1]?.querySelectorAll('li')[1]?.textContent).toBe('只在一处获取 token。');
});
