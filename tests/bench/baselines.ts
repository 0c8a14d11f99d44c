/** Two pages to measure beside ours: the least that can answer, and one table with the browser's find. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HTML_LANG, LOCALES } from '../../src/i18n/locales.ts';
import { catalog } from '../fixtures/catalog.ts';

const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const page = (lang: string, body: string) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>errcode</title>${body}`;

/** One file per thousand of the number: the least to fetch for an answer. */
const partOf = (code: string) => Math.floor(Math.abs(Number(code) || 0) / 1000);

const SCRIPT = `const q=document.querySelector('input'),out=document.querySelector('div');let parts={};
q.oninput=async()=>{const code=q.value.trim();if(!/^-?\\d{3,}$/.test(code))return;const n=Math.floor(Math.abs(code)/1000);
const part=await(parts[n]??=fetch('/'+n+'.json').then(r=>r.ok?r.json():[]));
out.textContent='';for(const [c,zh,en] of part)if(c===q.value.trim())for(const [lang,text] of [['zh-Hans',zh],['en',en]]){const p=document.createElement('p');p.lang=lang;p.textContent=text;out.append(p)}}`;

/** Writes both pages into a new folder. @returns its path; the caller may leave it to the system */
export function writeBaselines(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baselines-'));
  const parts = Map.groupBy(catalog.entries, ({ code }) => partOf(code));
  for (const [name, entries] of parts)
    fs.writeFileSync(
      path.join(folder, `${name}.json`),
      JSON.stringify(entries.map(({ code, zh, en }) => [code, zh, en])),
    );
  const rows = catalog.entries.map(
    ({ code, zh, en }) => `<tr><td>${code}<td lang="zh-Hans">${plain(zh)}<td lang="en">${plain(en)}`,
  );
  for (const locale of LOCALES) {
    const lang = HTML_LANG[locale];
    fs.writeFileSync(
      path.join(folder, `floor-${locale}.html`),
      page(lang, `<input autofocus><div></div><script>${SCRIPT}</script>`),
    );
    fs.writeFileSync(
      path.join(folder, `table-${locale}.html`),
      page(lang, `<input hidden><table>${rows.join('')}</table>`),
    );
  }
  return folder;
}
