/** Figures as Markdown tables. */

/** One part of the report. `notes` say how it was measured. */
export type Section = { title: string; rows: Record<string, string | number>[]; notes: string[] };

const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;

/** Returns a heading, a table whose columns are the keys of the first row, and the notes as a list. */
export function sectionText({ title, rows, notes }: Section): string {
  const head = Object.keys(rows[0] ?? {});
  const table = [line(head), line(head.map(() => '---')), ...rows.map((row) => line(Object.values(row)))];
  return [`## ${title}`, '', ...table, '', ...notes.map((note) => `- ${note}`), ''].join('\n');
}

/** Returns the value that `share` of the values do not exceed. @throws without values */
export function percentile(values: readonly number[], share: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];
  if (value === undefined) throw new Error('no values');
  return Math.round(value * 10) / 10;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
