/** Pages, Markdown, JSON and CSV are four tellings of one catalog: each is read back and must say the same, entry by entry. */

import { expect, test } from '@playwright/test';
import { parse } from 'csv/sync';
import type { HTMLElement } from 'node-html-parser';
import { groupByCode } from '../../src/catalog/questions.ts';
import type { Entry } from '../../src/catalog/schema.ts';
import { HTML_LANG, LOCALES, type Locale, otherLocale } from '../../src/i18n/locales.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { FILES } from '../../src/site/urls.ts';
import { catalog } from '../fixtures/catalog.ts';
import { rendered, unguardCell } from '../fixtures/formats.ts';
import { ORIGIN, pageAt, read, text } from '../fixtures/site.ts';

const groups = groupByCode(catalog.entries);
const prefix = { en: '', zh: '/zh' };
const address = (code: string, platform: string | undefined, locale: Locale = 'en') =>
  `${ORIGIN}${prefix[locale]}/codes/${code}/#${platform}`;

/** An entry as the API has it. */
const facts = ({ id, line, ...entry }: Entry) => ({ ...entry, url: address(entry.code, entry.platforms[0]) });

const bySlug = new Map(catalog.platforms.map((platform) => [platform.slug, platform]));
const sources = new Map(catalog.sources.map((source) => [source.id, source]));

/** An entry as a reader of one language is told it, with names instead of slugs. */
const told = (entry: Entry, locale: Locale) => ({
  platforms: entry.platforms.map((slug) => bySlug.get(slug)?.name[locale]),
  en: entry.en,
  zh: entry.zh,
  errmsg: entry.errmsg,
  note: entry.note[locale],
  topic: `${ORIGIN}${prefix[locale]}/topics/${entry.topic}/`,
  source: entry.source.map((id) => sources.get(id)?.name[locale]),
});

test('JSON: the file of all, the files of codes and the files of platforms say what the catalog says', () => {
  const expected = catalog.entries.map(facts);
  expect(JSON.parse(read(FILES.codes)).codes).toEqual(expected);
  expect(groups.flatMap(({ code }) => JSON.parse(read(FILES.code(code))).entries)).toEqual(expected);
  for (const { slug } of catalog.platforms) {
    const { platform, codes } = JSON.parse(read(FILES.platform(slug)));
    expect(codes).toEqual(expected.filter(({ platforms }) => platforms.includes(slug)));
    expect(platform.counts.codes).toBe(codes.length);
    expect(platform.name).toEqual(bySlug.get(slug)?.name);
  }
  const { topics } = JSON.parse(read(FILES.topics));
  for (const [i, { slug, name, about }] of catalog.topics.entries()) {
    expect(topics[i]).toMatchObject({ slug, name, about });
    expect(topics[i].counts.entries).toBe(expected.filter(({ topic }) => topic === slug).length);
  }
  expect(JSON.parse(read(FILES.sources)).sources.map(({ id }: { id: string }) => id)).toEqual([...sources.keys()]);
});

test('CSV: a spreadsheet reads what the catalog says', () => {
  const file = read(FILES.csv);
  expect(file.startsWith('\uFEFFcode,'), 'a byte order mark, then the header').toBe(true);
  expect(file.replaceAll('\r\n', ''), 'only CR LF ends a line').not.toMatch(/[\r\n]/);
  const rows: Record<string, string>[] = parse(file, { bom: true, columns: true, record_delimiter: '\r\n' });
  const cell = (row: Record<string, string>, column: string) => unguardCell(row[column] ?? '');
  expect(
    rows.map((row) => ({
      code: cell(row, 'code'),
      platforms: cell(row, 'platforms').split(' '),
      topic: cell(row, 'topic'),
      errmsg: cell(row, 'errmsg'),
      zh: cell(row, 'zh'),
      en: cell(row, 'en'),
      status: cell(row, 'status'),
      source: cell(row, 'source').split(' '),
      note: { zh: cell(row, 'note_zh'), en: cell(row, 'note_en') },
      changed: cell(row, 'changed'),
      url: cell(row, 'url'),
    })),
  ).toEqual(catalog.entries.map(facts));
  const cells = rows.flatMap((row) => Object.values(row));
  expect(
    cells.filter((each) => /^[=+\-@\t\r]/.test(each) && !/^-?\d+$/.test(each)),
    'nothing runs',
  ).toEqual([]);
});

/** The labelled lines of a section of a twin: `- Label: value`, in either language. */
function labelled(list: HTMLElement | null) {
  return new Map(
    list?.querySelectorAll('li').map((item) => {
      const [, label = '', value = ''] = /^(.*?)(?:: |：)([\s\S]*)$/.exec(text(item)) ?? [];
      return [label, { item, value }];
    }),
  );
}

const LABELS = {
  en: {
    en: 'English',
    zh: '中文 · official',
    also: stringsFor('en').markdown.also,
    note: 'Note',
    topic: 'Topic',
    source: 'Source',
    link: 'Link to this meaning',
    status: 'Status',
    statuses: stringsFor('en').markdown.statuses,
    by: ', ',
  },
  zh: {
    en: 'English',
    zh: '中文 · 官方',
    also: stringsFor('zh').markdown.also,
    note: '说明',
    topic: '主题',
    source: '来源',
    link: '本条链接',
    status: '状态',
    statuses: stringsFor('zh').markdown.statuses,
    by: '、',
  },
};

test('Markdown: rendered, the twins say what the catalog says', () => {
  const said: unknown[] = [];
  const expected: unknown[] = [];
  for (const locale of LOCALES) {
    const labels = LABELS[locale];
    for (const { code, entries } of groups) {
      const file = FILES.markdown(code, locale);
      const twin = rendered(read(file));
      const sections = twin.querySelectorAll('h2');
      said.push({
        file,
        title: text(twin.querySelector('h1')).split(' · ')[0],
        date: text(twin).includes(catalog.meta.date),
        meanings: sections.map((section) => {
          const lines = labelled(section.nextElementSibling);
          const value = (label: string) => lines.get(label)?.value ?? '';
          const [home, inOther] = text(section).split(' · ');
          const also = value(labels.also) ? value(labels.also).split(labels.by) : [];
          return {
            platforms: [home, ...also.map((names) => names.split(' · ')[0])],
            en: value(labels.en),
            zh: value(labels.zh),
            errmsg: lines.get('errmsg')?.item.querySelector('code')?.textContent ?? '',
            note: value(labels.note),
            topic: lines.get(labels.topic)?.item.querySelector('a')?.getAttribute('href'),
            source: value(labels.source).split(labels.by),
            inOther,
            link: value(labels.link),
            status: value(labels.status),
          };
        }),
      });
      expected.push({
        file,
        title: code,
        date: true,
        meanings: entries.map((entry) => ({
          ...told(entry, locale),
          inOther: bySlug.get(entry.platforms[0] ?? '')?.name[otherLocale(locale)],
          link: address(code, entry.platforms[0], locale),
          status: labels.statuses[entry.status],
        })),
      });
    }
  }
  expect(said).toEqual(expected);
});

test('HTML: the pages say what the catalog says', () => {
  const said: unknown[] = [];
  const expected: unknown[] = [];
  for (const locale of LOCALES) {
    for (const { code, entries } of groups) {
      const { path, document } = pageAt(`${prefix[locale]}/codes/${code}/`);
      const meanings = document.querySelectorAll('article.entry').map((article) => {
        const fact = (label: string) =>
          article.querySelectorAll('dt').find((term) => text(term) === label)?.nextElementSibling;
        const meaning = (each: Locale) => text(article.querySelector(`.pair [lang="${HTML_LANG[each]}"] p`));
        return {
          platforms: article.querySelectorAll('.badge').map((badge) => text(badge).split(' · ')[0]),
          en: meaning('en'),
          zh: meaning('zh'),
          errmsg: fact('errmsg')?.querySelector('code')?.textContent ?? '',
          note: text(fact(LABELS[locale].note)),
          topic: new URL(fact(LABELS[locale].topic)?.querySelector('a')?.getAttribute('href') ?? '', ORIGIN).href,
          source: text(fact(LABELS[locale].source)).split(' · '),
        };
      });
      said.push({ path, title: text(document.querySelector('h1')), meanings });
      expected.push({ path, title: code, meanings: entries.map((entry) => told(entry, locale)) });
    }
  }
  expect(said).toEqual(expected);
});
