/** Figures as Markdown, to be pasted. */

export type Row = readonly (string | number)[];
/** One part of the report. `notes` say how it was measured: a figure without them is worth nothing. */
export type Section = { title: string; head: readonly string[]; rows: readonly Row[]; notes: readonly string[] };

const cell = (value: string | number) => String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (row: Row) => `| ${row.map(cell).join(' | ')} |`;

/**
 * A heading, the table, and a list of notes.
 * @throws when a row has not as many cells as the head: a figure would stand under the wrong name
 * @example sectionText({ title: 'A', head: ['x', 'ms'], rows: [['one', 1]], notes: [] }) // → '## A\n\n| x | ms |\n| --- | --- |\n| one | 1 |\n'
 */
export function sectionText({ title, head, rows, notes }: Section): string {
  const wrong = rows.find((row) => row.length !== head.length);
  if (wrong) throw new Error(`${title}: ${wrong.length} cells under ${head.length} names: ${wrong.join(', ')}`);
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  const list = notes.map((note) => `- ${note}\n`).join('');
  return `## ${title}\n\n${table}\n${list && `\n${list}`}`;
}

/** Kibibytes, with a decimal where it says something. @example kilobytes(1536) // → '1.5' */
export const kilobytes = (bytes: number): string => {
  const kilo = bytes / 1024;
  return kilo < 100 ? kilo.toFixed(1) : kilo.toFixed(0);
};

/** @example megabytes(1_500_000) // → '1.5' */
export const megabytes = (bytes: number): string => {
  const mega = bytes / 1e6;
  return mega < 100 ? mega.toFixed(1) : mega.toFixed(0);
};

/** Milliseconds. @example milliseconds(3.14) // → '3.1' */
export const milliseconds = (time: number): string => (time < 10 ? time.toFixed(1) : time.toFixed(0));
