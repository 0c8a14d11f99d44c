/** Pages, Markdown, JSON and CSV are read back and compared with the catalog, entry by entry. */
import { expect, test } from '@playwright/test';
import { parse } from 'csv/sync';
import type { HTMLElement } from 'node-html-parser';
import { groupByCode, titleOf } from '../../src/catalog/index.ts';
import type { Entry } from '../../src/catalog/schema.ts';
import { HTML_LANG, LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { FILES } from '../../src/site/urls.ts';
import { catalog } from '../fixtures/catalog.ts';
import { rendered, unguardCell } from '../fixtures/formats.ts';
import { ORIGIN, pageAt, read, text } from '../fixtures/site.ts';

const groups = groupByCode(catalog.entries);
const prefix = { en: '', zh: '/zh' };
const urlOf = (code: string, platform: string | undefined, locale: Locale = 'en') =>
  `${ORIGIN}${prefix[locale]}/codes/${code}/#${platform}`;

/** Returns an entry in the shape of the API. */
const facts = ({ id, line, ...entry }: Entry) => ({
  ...entry,
  guides: entry.guides.map(({ code, ...guide }) => guide),
  title: { zh: titleOf(entry, 'zh'), en: titleOf(entry, 'en') },
  url: urlOf(entry.code, entry.platforms[0]),
});

const bySlug = new Map(catalog.platforms.map((platform) => [platform.slug, platform]));
const sources = new Map(catalog.sources.map((source) => [source.id, source]));

/** Returns what a page shows of an entry, with names instead of slugs. */
const shownOf = (entry: Entry, locale: Locale) => ({
  platforms: entry.platforms.map((slug) => bySlug.get(slug)?.name[locale]),
  en: entry.en,
  zh: entry.zh,
  errmsg: entry.errmsg,
  note: entry.note[locale],
  topic: `${ORIGIN}${prefix[locale]}/topics/${entry.topic}/`,
  source: entry.source.map((id) => sources.get(id)?.name[locale]),
});

test('JSON: all files have the entries, platforms, topics and sources of the catalog', () => {
  const expected = catalog.entries.map(facts);
  expect(JSON.parse(read(FILES.codes)).codes).toEqual(expected);
  expect(groups.flatMap(({ code }) => JSON.parse(read(FILES.code(code))).entries)).toEqual(expected);
  for (const { slug } of catalog.platforms) {
    const { platform, codes } = JSON.parse(read(FILES.platform(slug)));
    expect(codes).toEqual(expected.filter(({ platforms }) => platforms.includes(slug) || platforms.includes('common')));
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

test('CSV: a spreadsheet reads the entries of the catalog', () => {
  const file = read(FILES.csv);
  expect(file.startsWith('\uFEFFcode,'), 'starts with a byte order mark and the header').toBe(true);
  expect(file.replaceAll('\r\n', ''), 'lines end with CR LF').not.toMatch(/[\r\n]/);
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
      title: { zh: cell(row, 'title_zh'), en: cell(row, 'title_en') },
      wording: cell(row, 'wording'),
      older: cell(row, 'older'),
      status: cell(row, 'status'),
      retry: cell(row, 'retry'),
      who: cell(row, 'who'),
      met: cell(row, 'met'),
      source: cell(row, 'source').split(' '),
      note: { zh: cell(row, 'note_zh'), en: cell(row, 'note_en') },
      changed: cell(row, 'changed'),
      url: cell(row, 'url'),
    })),
  ).toEqual(catalog.entries.map(facts).map(({ guides, ...entry }) => entry));
  const cells = rows.flatMap((row) => Object.values(row));
  expect(
    cells.filter((each) => /^[=+\-@\t\r]/.test(each) && !/^-?\d+$/.test(each)),
    'formulas',
  ).toEqual([]);
});

/** Reads lines of the form `- Label: value`, in either language. */
function labelled(list: HTMLElement | null) {
  return new Map(
    list?.querySelectorAll('li').map((item) => {
      const [, label = '', value = ''] = /^(.*?)(?:: |：)([\s\S]*)$/.exec(text(item)) ?? [];
      return [label, { item, value }];
    }),
  );
}

test('Markdown: the rendered files show the entries of the catalog in both languages', () => {
  const { code: labels, markdown } = stringsFor('en');
  const shown: unknown[] = [];
  const expected: unknown[] = [];
  for (const { code, entries } of groups) {
    const file = FILES.markdown(code);
    const document = rendered(read(file));
    shown.push({
      file,
      title: text(document.querySelector('h1')).split(' · ')[0],
      date: text(document).includes(catalog.meta.date),
      meanings: document.querySelectorAll('h2').map((section) => {
        const lines = labelled(section.nextElementSibling);
        const value = (label: string) => lines.get(label)?.value ?? '';
        const [home, inOther] = text(section).split(' · ');
        const also = value(markdown.also).split(markdown.comma).filter(Boolean);
        return {
          platforms: [home, ...also.map((names) => names.split(' · ')[0])],
          en: value(labels.english),
          zh: value(labels.chinese.official) || value(labels.chinese.ours),
          errmsg: lines.get('errmsg')?.item.querySelector('code')?.textContent ?? '',
          note: value(labels.note),
          topic: lines.get(labels.topic)?.item.querySelector('a')?.getAttribute('href'),
          source: value(labels.source).split(markdown.comma),
          inOther,
          link: value(markdown.link),
          noteInChinese: value(stringsFor('zh').code.note),
          older: value(labels.older),
        };
      }),
    });
    expected.push({
      file,
      title: code,
      date: true,
      meanings: entries.map((entry) => ({
        ...shownOf(entry, 'en'),
        inOther: bySlug.get(entry.platforms[0] ?? '')?.name.zh,
        link: urlOf(code, entry.platforms[0], 'en'),
        noteInChinese: shownOf(entry, 'zh').note,
        older: entry.older,
      })),
    });
  }
  expect(shown).toEqual(expected);
});

test('HTML: the code pages show the entries of the catalog', () => {
  const shown: unknown[] = [];
  const expected: unknown[] = [];
  for (const locale of LOCALES) {
    const labels = stringsFor(locale).code;
    // Every fourth code, others in each language: one template makes all pages.
    for (const { code, entries } of groups.filter((_, i) => i % 4 === (locale === 'en' ? 0 : 2))) {
      const { path, document } = pageAt(`${prefix[locale]}/codes/${code}/`);
      const shared = document.querySelector('[data-code] > code')?.textContent;
      const meanings = document.querySelectorAll('article.entry').map((article) => {
        const fact = (label: string) =>
          article.querySelectorAll('dt').find((term) => text(term) === label)?.nextElementSibling;
        const meaning = (each: Locale) => text(article.querySelector(`.pair [lang="${HTML_LANG[each]}"] p`));
        return {
          platforms: article.querySelectorAll('.badge').map((badge) => text(badge).split(' · ')[0]),
          en: meaning('en'),
          zh: meaning('zh'),
          errmsg: shared ?? fact('errmsg')?.querySelector('code')?.textContent ?? '',
          note: text(fact(labels.note)),
          topic: new URL(fact(labels.topic)?.querySelector('a')?.getAttribute('href') ?? '', ORIGIN).href,
          source: text(fact(labels.source))
            .replace(/ \([^()]*\)$/, '')
            .split(' · '),
        };
      });
      shown.push({ path, title: text(document.querySelector('h1')), meanings });
      expected.push({ path, title: code, meanings: entries.map((entry) => shownOf(entry, locale)) });
    }
  }
  expect(shown).toEqual(expected);
});

test('guides: pages and Markdown show every text of every guide, and each fix has its anchor', () => {
  const missing: string[] = [];
  for (const guide of catalog.entries.flatMap(({ guides }) => guides)) {
    const { code } = guide;
    const id = `${code}-${guide.platform}`;
    const markdown = text(rendered(read(FILES.markdown(code))));
    for (const locale of LOCALES) {
      const { document } = pageAt(`${prefix[locale]}/codes/${code}/`);
      const shown = text(document.getElementById(guide.platform)?.closest('article') ?? null);
      const { causes, fixes, check, confused = [], limits = [], userText } = guide;
      const texts = [
        ...causes.flatMap(({ symptom, cause }) => [symptom, cause]),
        ...fixes,
        ...limits,
        ...confused.map((other) => other.text),
        ...(check ? [check] : []),
        ...(userText ? [userText] : []),
      ].map((each) => each[locale]);
      for (const each of texts) if (!shown.includes(each) || !markdown.includes(each)) missing.push(`${id}: ${each}`);
      for (const each of [...(guide.sdk ?? []), ...guide.sources.map(({ at }) => at)])
        if (!shown.includes(each)) missing.push(`${id}: ${each}`);
      for (const [i, fix] of fixes.entries())
        if (text(document.getElementById(`${guide.platform}-fix-${i + 1}`)) !== `${fix[locale]} #`)
          missing.push(`${id}: fix ${i + 1}`);
    }
  }
  expect(missing).toEqual([]);
});
