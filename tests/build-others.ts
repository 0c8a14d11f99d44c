/**
 * Builds the further sites the tests look at, two at a time:
 * - mounted: under another origin and path (`fixtures/mounted.ts`);
 * - again: the same once more, in another folder, to compare byte for byte;
 * - next: the same with one entry changed, to see a new version arrive; and with hostile entries, to see what they do.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { record } from '../src/catalog/record/append.ts';
import { ROOT } from './fixtures/catalog.ts';
import { copyProject } from './fixtures/copy-project.ts';
import { acceptedRows, addRows } from './fixtures/hostile-rows.ts';
import { MOUNTED, MOUNTED_ENVIRONMENT } from './fixtures/mounted.ts';
import { AGAIN, NEXT } from './fixtures/other-sites.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'error-codes-'));
process.on('exit', () => fs.rmSync(temporary, { recursive: true, force: true }));

function build(name: string, root: string, outDir: string, environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn('astro', ['build', '--outDir', outDir], {
      cwd: root,
      env: { ...process.env, ...environment },
      // npm puts the program on the path; on Windows it is a script, which needs a shell.
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    child.on('close', (status) => {
      if (status !== 0) return reject(new Error(`the build of the ${name} site failed:\n${said}`));
      console.log(`${name}: built`);
      resolve();
    });
  });
}

/** Builds a copy of the project and brings home what it made. */
async function buildCopy(
  name: string,
  target: string,
  environment: Record<string, string>,
  change?: (root: string) => void,
) {
  const root = path.join(temporary, name);
  copyProject(root);
  change?.(root);
  await build(name, root, 'dist', environment);
  fs.rmSync(target, { recursive: true, force: true });
  fs.cpSync(path.join(root, 'dist'), target, { recursive: true });
}

const quick = { CARDS: 'off' };
const mounted = () => build('mounted', ROOT, MOUNTED.folder, MOUNTED_ENVIRONMENT);
const again = () => buildCopy('again', AGAIN, {});
const next = () =>
  buildCopy('next', NEXT.folder, quick, (root) => {
    const file = path.join(root, 'data/codes.csv');
    const text = fs.readFileSync(file, 'utf8');
    const changed = text.replace(NEXT.was, NEXT.is);
    if (changed === text)
      throw new Error(`data/codes.csv no longer says “${NEXT.was}”; see tests/fixtures/other-sites.ts`);
    fs.writeFileSync(file, changed);
    addRows(root, acceptedRows(root));
    record(root, { why: { en: 'A change, to test with.', zh: '测试用的更改。' }, date: NEXT.date });
  });

await Promise.all([again(), mounted().then(next)]);
