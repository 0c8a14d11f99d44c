/**
 * Builds are deterministic: a second build, in another folder and at another time, has the same bytes. The small catalog
 * is enough: file order, time, place and hashed names influence every build.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AGAIN } from '../fixtures/builds.ts';
import { mounted, pathsOf } from '../fixtures/site.ts';

/** Lists hash and name of every file, sorted, like `sha256sum`. */
function manifestOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => {
      const hash = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
      return `${hash}  ${path.relative(folder, file).split(path.sep).join('/')}`;
    })
    .sort();
}

test('two builds are the same byte for byte, including cards and service worker', () => {
  const [first, second] = [manifestOf(mounted.dist), manifestOf(AGAIN)];
  const [inFirst, inSecond] = [new Set(first), new Set(second)];
  expect(first.length).toBeGreaterThan(pathsOf(mounted).length);
  expect({
    only: first.filter((line) => !inSecond.has(line)).slice(0, 10),
    onlyAgain: second.filter((line) => !inFirst.has(line)).slice(0, 10),
  }).toEqual({ only: [], onlyAgain: [] });
});
