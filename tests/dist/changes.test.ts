import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { NEXT } from '../fixtures/builds.ts';
import { catalog, ROOT } from '../fixtures/catalog.ts';
import { ORIGIN, pageAt, read, text } from '../fixtures/site.ts';

/** The record of changes, read without the code that the site uses. */
const events: Record<string, unknown>[] = fs
  .readFileSync(path.join(ROOT, 'data/history.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
type Recorded = { version: string; date: string; why: { en: string; zh: string }; ids: string[] };
const releases: Recorded[] = [];
for (const event of events) {
  if ('version' in event) releases.unshift({ ...(event as Omit<Recorded, 'ids'>), ids: [] });
  else releases[0]?.ids.push(String(event.added ?? event.changed));
}

const LANGUAGES = [
  { locale: 'en', prefix: '', lang: 'en' },
  { locale: 'zh', prefix: '/zh', lang: 'zh-CN' },
] as const;

for (const { locale, prefix, lang } of LANGUAGES) {
  const page = pageAt(`${prefix}/changes/`);
  const json = JSON.parse(read(`${prefix}/changes/feed.json`));

  test(`the page has every release, newest first, ${locale}`, () => {
    const sections = page.document.querySelectorAll('section.release');
    expect(sections.map(({ id }) => id)).toEqual(releases.map(({ version }) => `v${version}`));
    for (const [i, { version, date, why, ids }] of releases.entries()) {
      const section = sections[i];
      expect(text(section?.querySelector('h2'))).toContain(version);
      expect(section?.querySelector('time')?.getAttribute('datetime')).toBe(date);
      expect(text(section?.querySelector('p'))).toBe(why[locale]);
      // Each change is either listed or counted in the table.
      const counted = section?.querySelectorAll('tbody td').reduce((sum, cell) => sum + Number(text(cell)), 0) ?? 0;
      const listed = section?.querySelectorAll('li').length ?? 0;
      expect(counted + listed, version).toBe(ids.length);
    }
  });

  test(`the first release is a table of counts per platform, ${locale}`, () => {
    const first = page.document.getElementById(`v${releases.at(-1)?.version}`);
    const rows = first?.querySelectorAll('tbody tr').map((row) => row.childNodes.map((cell) => cell.textContent));
    const ids = releases.at(-1)?.ids ?? [];
    expect(rows).toEqual(
      catalog.platforms
        .map(
          ({ slug, name }) => [name[locale], ids.filter((id) => id.replace(/^-?[^-]+-/, '') === slug).length] as const,
        )
        .filter(([, count]) => count > 0)
        .map(([name, count]) => [name, String(count)]),
    );
  });

  test(`the page links both feeds, ${locale}`, () => {
    const links = page.document.querySelectorAll('main a').map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining([`${prefix}/changes/atom.xml`, `${prefix}/changes/feed.json`]));
  });

  test(`JSON Feed has the keys of version 1.1 and the content of the page, ${locale}`, () => {
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: text(page.document.querySelector('title')),
      home_page_url: `${ORIGIN}${prefix}/changes/`,
      feed_url: `${ORIGIN}${prefix}/changes/feed.json`,
      language: lang,
    });
    expect(json.items.map(({ id, url, date_published }: Record<string, string>) => [id, url, date_published])).toEqual(
      releases.map(({ version, date }) => {
        const url = `${ORIGIN}${prefix}/changes/#v${version}`;
        return [url, url, `${date}T00:00:00Z`];
      }),
    );
    for (const [i, { version }] of releases.entries()) {
      const inFeed: string = json.items[i].content_html;
      const section = page.document.getElementById(`v${version}`);
      expect(inFeed).toContain(`<p>${text(section?.querySelector('p'))}</p>`);
      const listed = section?.querySelectorAll('li > a').map((link) => `${ORIGIN}${link.getAttribute('href')}`);
      const linked = parse(inFeed).querySelectorAll('li > a');
      expect(linked.map((link) => link.getAttribute('href'))).toEqual(listed);
      // A feed reader is on another origin.
      expect(inFeed).not.toMatch(/href="(?!https:\/\/)/);
    }
  });

  test(`Atom has the same releases with the same ids, ${locale}`, () => {
    const xml = read(`${prefix}/changes/atom.xml`);
    const ids = [...xml.matchAll(/<entry><id>([^<]*)<\/id>/g)].map(([, id]) => id);
    expect(ids).toEqual(json.items.map(({ id }: { id: string }) => id));
    expect(xml).toContain(`<id>${ORIGIN}${prefix}/changes/</id>`);
    expect(xml).not.toMatch(/(?:href="|<uri>|<id>)(?!https:\/\/)/);
  });
}

test('a correction shows the text before and after, in its own language', () => {
  for (const [prefix, label] of [
    ['', 'English'],
    ['zh/', 'English'],
  ]) {
    const html = fs.readFileSync(path.join(NEXT.folder, `${prefix}changes/index.html`), 'utf8');
    const corrected = parse(html)
      .querySelectorAll('section.release li')
      .find((item) => item.querySelector('dl'));
    expect(corrected?.querySelector('a')?.getAttribute('href')).toMatch(new RegExp(`^/${prefix}codes/${NEXT.code}/#`));
    expect(text(corrected?.querySelector('dt'))).toBe(label);
    const [before, after] = ['del', 'ins'].map((tag) => corrected?.querySelector(tag));
    expect([before?.getAttribute('lang'), after?.getAttribute('lang')]).toEqual(['en', 'en']);
    expect(text(after)).toBe(text(before).replace(NEXT.was, NEXT.is));
    expect(text(before)).toContain(NEXT.was);
    expect(text(corrected?.querySelector('dd'))).toBe(`${text(before)} → ${text(after)}`);
  }
});

test('version and day of the data are the last release’s', () => {
  const { version, date } = JSON.parse(read('api/v1/codes.json'));
  expect({ version, date }).toEqual({ version: releases[0]?.version, date: releases[0]?.date });
});
