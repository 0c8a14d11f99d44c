/** Which queries are timed: of each kind a few, evenly from the list that search quality is measured with. */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../fixtures/catalog.ts';
import { type Query, queries } from '../fixtures/queries.ts';

export type Chosen = { kind: string; query: string };

/** How many of each category of `queries.tsv`, under the name they are reported by. */
const KINDS: Record<string, Record<string, number>> = {
  code: { 'code-exact': 3, 'code-noise': 3, 'code-prefix': 1 },
  Chinese: { 'zh-phrase': 4, 'zh-fragment': 3, 'zh-fullwidth': 2, 'zh-variant': 2 },
  English: { 'en-phrase': 3, 'en-stem': 3, identifier: 3, 'identifier-part': 1, case: 1 },
  typo: { 'en-typo': 4 },
  'both languages': { mixed: 3 },
  platform: { platform: 2 },
  'nothing to find': { nonsense: 2 },
};

/** The list has none of these. */
const PLATFORM_AND_CODE = ['企业微信 60020', 'wecom 40001'];
const LOGS = ['wrap-java-stack', 'wrap-python-traceback'];

/**
 * `count` of a category, evenly over the list.
 * @throws when the category has fewer
 * @example evenly([a, b, c, d], 'code-exact', 2) // → [a, c]
 */
export function evenly(all: readonly Query[], category: string, count: number): string[] {
  const here = all.filter((each) => each.category === category);
  if (here.length < count) throw new Error(`${count} queries of “${category}” wanted, ${here.length} there`);
  return Array.from({ length: count }, (_, i) => here[Math.floor((i * here.length) / count)]?.query ?? '');
}

/** @throws when a category or a paste is gone from the lists */
export function chosenQueries(): Chosen[] {
  const listed = Object.entries(KINDS).flatMap(([kind, categories]) =>
    Object.entries(categories).flatMap(([category, count]) =>
      evenly(queries, category, count).map((query) => ({ kind, query })),
    ),
  );
  const pastes: { name: string; text: string }[] = JSON.parse(
    fs.readFileSync(path.join(ROOT, 'tests/lookup/pastes.json'), 'utf8'),
  );
  const logs = LOGS.map((wanted) => {
    const paste = pastes.find(({ name }) => name === wanted);
    if (!paste) throw new Error(`tests/lookup/pastes.json has no “${wanted}”`);
    return { kind: 'pasted log', query: paste.text };
  });
  return [...listed, ...PLATFORM_AND_CODE.map((query) => ({ kind: 'platform + code', query })), ...logs];
}
