/** Writes `/llms.txt` (see llmstxt.org): which file a language model should read for which question. In English. */
import { type Catalog, type CodeGroup, oftenMet } from '../catalog/index.ts';
import { escapeMarkdown, markdownLink } from '../site/markdown-text.ts';
import { FILES, type Urls } from '../site/urls.ts';

const EXAMPLE = '40001';

type Facts = Pick<Catalog, 'entries' | 'platforms' | 'meta'> & { groups: readonly CodeGroup[] };

const link = (name: string, url: string, notes: string) => `- ${markdownLink(name, url)}: ${notes}`;
const section = (heading: string, lines: readonly string[]) => `## ${heading}\n\n${lines.join('\n')}`;

/**
 * Returns the file's text: title and summary, how to answer a question about a code, then sections of links.
 * @example llmsText(catalog, urls) // → '# WeChat Error Codes\n\n> …'
 */
export function llmsText({ entries, groups, platforms, meta }: Facts, urls: Urls): string {
  const file = (path: string) => urls.absoluteFile(path);
  const often = oftenMet(entries);
  const frequent = groups.filter(({ code }) => often.includes(code));
  return `${[
    '# WeChat Error Codes',
    `> What the error codes (errcode) of WeChat APIs mean: ${groups.length} codes with ${entries.length} meanings, each in English and in Chinese, by platform (Official Account, Mini Program, Open Platform, WeCom and others). Unofficial. Data ${meta.version}, ${meta.date}, ${meta.licence}.`,
    [
      `How to answer “what does WeChat error ${EXAMPLE} mean?”:`,
      '',
      `- Read ${file(FILES.markdown(EXAMPLE))}. For another code, replace ${EXAMPLE} with it, as the API returned it: -1 has the file \`-1.md\`.`,
      `- As JSON: ${file(FILES.code(EXAMPLE))}.`,
      '- Status 404 means the code is not in this list. Say so; do not guess from nearby codes.',
      '- The same number can mean different things on different platforms. A page has one section for each meaning; choose by the platform that was called, and name it. If the platform is unknown, give all meanings.',
      '- “中文 · official” is Tencent’s text word for word, `errmsg` is what the API returns, English and notes are ours. Keep them apart when quoting.',
    ].join('\n'),
    section('Whole list', [
      link('All entries as JSON', file(FILES.codes), 'an object with `codes`, an array of entries'),
      link('All entries as CSV', file(FILES.csv), 'one entry per line; UTF-8 with BOM'),
      link('All codes on one page', urls.absolutePage({ kind: 'codes' }, 'en'), 'HTML table in both languages'),
    ]),
    section(
      'Platforms',
      platforms.map(({ slug, name, kind }) =>
        link(`${name.en} ${name.zh}`, urls.absolutePage({ kind: 'platform', slug }, 'en'), escapeMarkdown(kind.en)),
      ),
    ),
    section(
      'Common codes',
      frequent.map(
        ({ code, entries: [first], entries: all }) =>
          // Not escaped: inside link brackets -1 does not start a list.
          `- [${code}](${file(FILES.markdown(code))}): ${escapeMarkdown(first?.en ?? '')}${all.length > 1 ? ` (${all.length} meanings)` : ''}`,
      ),
    ),
    section(
      'Causes and fixes',
      groups
        .filter(({ entries: all }) => all.some(({ guides }) => guides.length > 0))
        .map(({ code, entries: all }) => {
          const slugs = all.flatMap(({ guides }) => guides.map(({ platform }) => platform));
          return `- [${code}](${file(FILES.markdown(code))}): ${slugs.join(', ')}`;
        }),
    ),
    section('API', [
      link('API and data', urls.absolutePage({ kind: 'api' }, 'en'), 'URLs, stability, examples'),
      link('OpenAPI', file(FILES.openapi), 'OpenAPI 3.1 description of every file'),
      link('JSON Schema', file(FILES.schema), 'schema of the JSON files'),
      link('Platforms as JSON', file(FILES.platforms), 'names, API hosts, how to tell them apart'),
    ]),
    section('Optional', [
      link('Topics as JSON', file(FILES.topics), 'subjects the entries are grouped by'),
      link('Sources as JSON', file(FILES.sources), 'where the entries come from'),
      link('About', urls.absolutePage({ kind: 'about' }, 'en'), 'method, corrections, licence'),
      link('中文首页', urls.absolutePage({ kind: 'home' }, 'zh'), 'the site in Chinese'),
    ]),
  ].join('\n\n')}\n`;
}
