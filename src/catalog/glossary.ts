/** Reads `data/glossary.csv`, the terms that meanings use. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'csv/sync';
import { GLOSSARY_FILE } from './data-folder.ts';
import type { Problem } from './problem.ts';

/** A Chinese term, the English term for it, and English words that a meaning must not use for it. */
export type Term = { zh: string; en: string; not: readonly string[] };

/** Alternatives in a cell are separated by ` / ` in `zh` and by `|` in `not`. */
const line = z.strictObject({ zh: z.string().min(1), en: z.string().min(1), not: z.string() });

/** Returns the terms that have words to be avoided; adds to `problems` what cannot be read. */
export function readGlossary(root: string, problems: Problem[]): Term[] {
  const wrong = (message: string): Term[] => {
    problems.push({ file: GLOSSARY_FILE, message });
    return [];
  };
  try {
    const rows = z.array(line).parse(parse(fs.readFileSync(path.join(root, GLOSSARY_FILE)), { columns: true }));
    return rows.flatMap(({ zh, en, not }) =>
      not ? zh.split(' / ').map((term) => ({ zh: term, en, not: not.split('|') })) : [],
    );
  } catch (cause) {
    return wrong(`cannot be read (${cause instanceof Error ? cause.message : cause}); write the columns zh, en, not`);
  }
}
