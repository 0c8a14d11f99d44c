/** Holds the catalog to `data/listed.csv`: which codes public lists name on which platforms. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'csv/sync';
import { dataFile } from './data-folder.ts';
import type { Problem } from './problem.ts';
import { COMMON } from './questions.ts';
import type { Row } from './schema.ts';

export const LISTED_FILE = dataFile('listed.csv');

/** A code and the platforms that lists name it on; `except` is the reason why there is no entry. */
const line = z.strictObject({ code: z.string().min(1), platforms: z.string().min(1), except: z.string() });

/**
 * Returns a problem for each code and platform that a list names and that has neither an entry nor a reason, and for
 * each reason that is not needed any more. A data folder without the file promises nothing.
 */
export function listedProblems(root: string, rows: readonly Row[]): Problem[] {
  const file = path.join(root, LISTED_FILE);
  if (!fs.existsSync(file)) return [];
  let listed: z.infer<typeof line>[];
  try {
    listed = z.array(line).parse(parse(fs.readFileSync(file), { columns: true }));
  } catch (cause) {
    const message = `cannot be read (${cause instanceof Error ? cause.message : cause}); write code, platforms, except`;
    return [{ file: LISTED_FILE, message }];
  }
  const covered = new Map<string, Set<string>>();
  for (const { code, platforms } of rows)
    covered.set(code, new Set([...(covered.get(code) ?? []), ...platforms.split(' ')]));
  const isCovered = (code: string, slug: string) => covered.get(code)?.has(slug) || covered.get(code)?.has(COMMON);
  return listed.flatMap(({ code, platforms, except }, i) =>
    platforms.split(' ').flatMap((slug) => {
      if (Boolean(isCovered(code, slug)) === (except === '')) return [];
      const message = except
        ? `${code} has an entry on ${slug}; delete the reason in “except”`
        : `a list has ${code} on ${slug}, and no entry has; add one, or say why not in “except”`;
      return [{ file: LISTED_FILE, line: i + 2, message }];
    }),
  );
}
