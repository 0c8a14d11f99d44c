/**
 * Checks the rows of `data/codes.csv`. Each rule is one named function: rows in, problems out.
 * Every rule checks every row, so that one run reports all problems. To add a rule, add it to RULES, and add a row that
 * it must reject to `tests/fixtures/bad-rows.ts`.
 */

import { compareCodes } from './compare-codes.ts';
import { CODES_FILE, formatCodes } from './csv.ts';
import { PLATFORMS_FILE, SOURCES_FILE, TOPICS_FILE } from './data-folder.ts';
import type { Term } from './glossary.ts';
import type { Problem } from './problem.ts';
import { firstSentence, TITLE_LENGTH, titleLength } from './questions.ts';
import { ACTORS, CODE_FORM, COLUMNS, type Column, MET, RETRIES, type Row, STATUSES, WORDINGS } from './schema.ts';

/** Ids that rows may refer to. */
export type Known = {
  platforms: readonly string[];
  topics: readonly string[];
  sources: readonly string[];
  /** Terms of the glossary that have words not to be used for them. */
  glossary: readonly Term[];
};
export type Rule = (rows: readonly Row[], known: Known) => Problem[];

const HAN = /\p{Script=Han}/u;
const at = (row: Row, column: Column | undefined, message: string): Problem => ({
  file: CODES_FILE,
  line: row.line,
  ...(column ? { column } : {}),
  message,
});

/** Returns a rule that checks one cell at a time: `check` returns the problem, if any. */
const cells =
  (columns: readonly Column[], check: (value: string, row: Row, known: Known) => string | false | undefined): Rule =>
  (rows, known) =>
    rows.flatMap((row) =>
      columns.flatMap((column) => {
        const message = check(row[column], row, known);
        return message ? [at(row, column, message)] : [];
      }),
    );

const listed = (values: readonly string[], file: string) => (value: string) => {
  const unknown = value.split(' ').filter((part) => !values.includes(part));
  if (value === '') return `missing; use an id from ${file}`;
  return unknown.length > 0 && `unknown “${unknown.join(' ')}”; use ids from ${file}, separated by single spaces`;
};

/** Returns a rule for a column that has a fixed set of values. */
const oneOf = (column: Column, values: readonly string[]): Rule => {
  const options = values.map((value) => value || 'nothing').join(', ');
  return cells([column], (value) => !values.includes(value) && `invalid ${column} “${value}”; use one of: ${options}`);
};

/** Returns the API's identifiers: words with an underscore. Translations must keep them. */
const identifiers = (text: string): string[] => text.match(/[A-Za-z]+(?:_[A-Za-z]+)+/g) ?? [];
const numbers = (text: string): string[] => text.match(/\d+/g) ?? [];

export const RULES = {
  codeForm: cells(['code'], (value) => {
    if (value === '') return 'missing; every entry needs a code';
    if (/[\uFF10-\uFF19]/.test(value)) return `“${value}” has full-width digits; write 0 to 9`;
    if (/^-?\d+(\.\d+)?E[+-]?\d+$/i.test(value))
      return `“${value}” is a number that a spreadsheet has rewritten; type the code again as text`;
    if (/^#[A-Z/0!?]+$/.test(value)) return `“${value}” is a spreadsheet's error value; type the code again as text`;
    if (/^-?0\d/.test(value)) return `“${value}” has a leading zero; write the code as the API gives it`;
    return (
      !CODE_FORM.test(value) &&
      `“${value}” is not a valid code; write it as the API gives it, such as 40001, -1 or SIGN_ERROR`
    );
  }),

  knownPlatform: cells(['platforms'], (value, _row, known) => listed(known.platforms, PLATFORMS_FILE)(value)),
  knownTopic: cells(['topic'], (value, _row, known) => listed(known.topics, TOPICS_FILE)(value)),
  knownSource: cells(['source'], (value, _row, known) => listed(known.sources, SOURCES_FILE)(value)),

  platformOnce: cells(['platforms'], (value) => {
    const parts = value.split(' ');
    return new Set(parts).size < parts.length && 'contains a platform twice; list each once, the home platform first';
  }),

  wording: oneOf('wording', WORDINGS),
  status: oneOf('status', STATUSES),
  retry: oneOf('retry', RETRIES),
  who: oneOf('who', ACTORS),
  met: oneOf('met', MET),

  chinesePresent: cells(['zh'], (value) => {
    if (value === '') return 'missing; every entry needs a Chinese meaning';
    return !HAN.test(value) && 'has no Chinese characters; write the meaning in Chinese';
  }),

  englishPresent: cells(['en'], (value) => {
    if (value === '') return 'missing; every entry needs an English meaning';
    return HAN.test(value) && 'has Chinese characters; write the meaning in English only';
  }),

  titleShort: cells(['title_zh', 'title_en'], (value, row) => {
    const locale = value === row.title_zh && value !== row.title_en ? 'zh' : 'en';
    const length = titleLength(value, locale);
    if (/[.。]$/.test(value)) return 'ends with a full stop; delete it';
    return length > TITLE_LENGTH[locale] && `${length} long; ${TITLE_LENGTH[locale]} at most`;
  }),

  titleNeeded: (rows) =>
    rows.flatMap((row) =>
      (['zh', 'en'] as const).flatMap((locale) => {
        const length = titleLength(firstSentence(row[locale]), locale);
        if (row[`title_${locale}`] || length <= TITLE_LENGTH[locale]) return [];
        const message = `missing; the first sentence of ${locale} is ${length} long, lists have room for ${TITLE_LENGTH[locale]}`;
        return [at(row, `title_${locale}`, message)];
      }),
    ),

  englishPunctuation: cells(
    ['en', 'title_en', 'note_en'],
    (value) =>
      /[\u3000-\u303F\uFF01-\uFF60\u201C\u201D]/.test(value) &&
      'has full-width or curly punctuation; use the plain forms',
  ),

  chinesePunctuation: cells(
    ['zh', 'title_zh', 'note_zh'],
    (value) =>
      /\p{Script=Han}[,:;?!](?! )|[,:;?!]\p{Script=Han}/u.test(value) &&
      'has half-width punctuation beside Chinese; use the full-width forms',
  ),

  identifiersKept: (rows) =>
    rows.flatMap((row) => {
      // If the Chinese text misspells an identifier, the note quotes it instead.
      const english = `${row.en} ${row.note_en}`.toLowerCase();
      const lost = identifiers(row.zh).filter((word) => !english.includes(word.toLowerCase()));
      return lost.length
        ? [at(row, 'en', `lacks ${lost.join(', ')} from the Chinese text; keep identifiers unchanged`)]
        : [];
    }),

  numbersKept: (rows) =>
    rows.flatMap((row) => {
      const english = numbers(row.en.replace(/(\d),(?=\d{3})/g, '$1'));
      // 10万 is 100,000: a number before 万 cannot be compared by its digits.
      const lost = numbers(row.zh.replace(/\d+万/g, '')).filter((n) => !english.includes(n));
      return lost.length
        ? [at(row, 'en', `lacks the number ${lost.join(', ')} from the Chinese text; keep numbers unchanged`)]
        : [];
    }),

  noteInBoth: (rows) =>
    rows.flatMap((row) =>
      (row.note_zh === '') === (row.note_en === '')
        ? []
        : [
            at(
              row,
              row.note_zh === '' ? 'note_zh' : 'note_en',
              'missing while the other language has a note; write both or neither',
            ),
          ],
    ),

  pronounHasNoun: cells(['en', 'note_en'], (value) => {
    const [pronoun] =
      /\b(?:this|these|those) (?:is|are|was|were|has|have|can|may|must|does|do|will)\b/i.exec(value) ?? [];
    return pronoun !== undefined && `says “${pronoun}” without a noun; name the thing`;
  }),

  noteNamesList: cells(['note_en'], (value) => {
    const speaks = /\b(?:the|a|another|some|one|other|older|newer|official|earlier) lists?\b/i.test(value);
    // Of a word with a capital or a year near “list”, as in “the WeCom list” or “the global list of 2022”.
    const rest = value.replace(/\b(?:The|An?|Some|One|Another|Other|Older|Newer|Earlier|Official(?! Account))\b/g, '');
    const names = /\b(?:[A-Z]\w+|global|common|\d{4})\b[^.]* lists?\b|\blists? of \S*(?:[A-Z]|\d{4})/.test(rest);
    return speaks && !names && 'speaks of a list without naming it; say whose list, or of which year';
  }),

  englishTellsApart: (rows, _known) => {
    const seen = new Map<string, Row>();
    return rows.flatMap((row) => {
      const twins = row.platforms.split(' ').flatMap((platform) => {
        const key = `${platform} ${row.en}`;
        const earlier = seen.get(key);
        if (!earlier) seen.set(key, row);
        return earlier && earlier !== row && !row.note_en && !earlier.note_en ? [earlier.code] : [];
      });
      const message = `is the same as that of ${twins[0]}; name the object or the API, or add a note with the difference`;
      return twins.length ? [at(row, 'en', message)] : [];
    });
  },

  glossary: (rows, { glossary }) =>
    rows.flatMap((row) =>
      glossary.flatMap(({ zh, en, not }) => {
        const found = row.zh.includes(zh) && not.find((word) => new RegExp(`\\b${word}\\b`, 'i').test(row.en));
        return found ? [at(row, 'en', `says “${found}” for ${zh}; the glossary has ${en}`)] : [];
      }),
    ),

  noHtml: cells(
    [...COLUMNS],
    (value) => /<\/?[a-z][^>]*>?|&[a-z]+;|&#\d+;/i.test(value) && 'has HTML in it; use plain text',
  ),

  noDamage: cells([...COLUMNS], (value) => {
    if (value.includes('\uFFFD')) return 'has U+FFFD, which replaces a lost character; restore it from the source';
    if (value.includes('\u00A0')) return 'has a no-break space; use a plain space';
    // Control and format characters: soft hyphens, zero-width characters, direction marks that can reorder a text.
    if (/[\p{Cc}\p{Cf}\u2028\u2029]|\u034F/u.test(value)) return 'has an invisible control character; delete it';
    if (/#(REF|NAME|VALUE|DIV\/0|N\/A|NUM)[!?]?/.test(value))
      return 'has a spreadsheet error value; restore the text from the source';
    return /^[=@+]/.test(value) && 'begins with = @ or +, which a spreadsheet runs as a formula; rephrase it';
  }),

  noSpaceAround: cells([...COLUMNS], (value) => value !== value.trim() && 'has leading or trailing space; delete it'),

  uniqueKey: (rows, _known) => {
    // A platform has one meaning per code, as the home platform of an entry or a further one.
    const first = new Map<string, Row>();
    return rows.flatMap((row) =>
      row.platforms.split(' ').flatMap((platform) => {
        const key = `${row.code} ${platform}`;
        const earlier = first.get(key);
        if (!earlier) first.set(key, row);
        return earlier && earlier !== row
          ? [
              at(
                row,
                'platforms',
                `${row.code} on ${platform} is already on line ${earlier.line}; a platform has one meaning per code`,
              ),
            ]
          : [];
      }),
    );
  },

  sorted: (rows, { platforms }) => {
    const position = (row: Row) => platforms.indexOf(row.platforms.split(' ')[0] ?? '');
    return rows.flatMap((row, i) => {
      const before = rows[i - 1];
      if (!before) return [];
      const order = compareCodes(before.code, row.code) || position(before) - position(row);
      return order > 0
        ? [at(row, 'code', `not sorted: ${row.code} comes after ${before.code}; run npm run data:format`)]
        : [];
    });
  },
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** Returns the problems found by all rules, sorted by line. */
export function checkRows(rows: readonly Row[], known: Known): Problem[] {
  return Object.values(RULES)
    .flatMap((rule) => rule(rows, known))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Reports the first line that differs from the canonical text, if any. */
export function checkCanonical(text: string, rows: readonly Row[], known: Known): Problem[] {
  const canonical = formatCodes(rows, known.platforms);
  if (text === canonical) return [];
  const wanted = canonical.split('\n');
  const line = text.split('\n').findIndex((have, i) => have !== wanted[i]) + 1;
  return [
    { file: CODES_FILE, line: line || 1, message: 'not in canonical form (quotes or order); run npm run data:format' },
  ];
}
