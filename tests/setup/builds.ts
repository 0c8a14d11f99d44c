/**
 * Builds the sites the tests look at, and checks the types meanwhile: two programs at a time.
 * - dist: the site as it is published, from the live data;
 * - mounted: from the small catalog, under another origin and path (`fixtures/mounted.ts`);
 * - again: the same once more, in another folder, to compare byte for byte;
 * - next: the small catalog with one entry changed, to see a new version arrive, and with hostile entries.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { record } from '../../src/catalog/record/append.ts';
import { copyProject } from '../fixtures/copy-project.ts';
import { acceptedRows, addRows } from '../fixtures/hostile-rows.ts';
import { MOUNTED, MOUNTED_ENVIRONMENT } from '../fixtures/mounted.ts';
import { AGAIN, NEXT } from '../fixtures/other-sites.ts';
import { ROOT, SMALL_DATA } from '../fixtures/root.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'error-codes-'));
process.on('exit', () => fs.rmSync(temporary, { recursive: true, force: true }));

type Settings = { root?: string; environment?: Record<string, string> };

/** Runs `astro` quietly. @throws with its output when it fails */
function astro(name: string, args: string[], { root = ROOT, environment = {} }: Settings = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn('astro', args, {
      cwd: root,
      env: { ...process.env, ...environment },
      // npm puts the program on the path; on Windows it is a script, which needs a shell.
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('close', (status) => {
      if (status !== 0) return reject(new Error(`${name} failed:\n${output}`));
      console.log(`${name}: done`);
      resolve();
    });
  });
}

/** Builds a copy of the project, and copies the site and what lies beside it (`dist.*`) to `target` and beside it. */
async function buildCopy(
  name: string,
  target: string,
  environment: Record<string, string>,
  change?: (root: string) => void,
) {
  const root = path.join(temporary, name);
  copyProject(root);
  change?.(root);
  await astro(name, ['build', '--outDir', 'dist'], { root, environment });
  fs.rmSync(target, { recursive: true, force: true });
  for (const name of fs.readdirSync(root).filter((each) => /^dist(\.|$)/.test(each)))
    fs.cpSync(path.join(root, name), target + name.slice('dist'.length), { recursive: true });
}

const types = () => astro('types', ['check']);
const dist = () => astro('dist', ['build']);
const mounted = () => buildCopy('mounted', path.join(ROOT, MOUNTED.folder), MOUNTED_ENVIRONMENT);
const again = () => buildCopy('again', AGAIN, MOUNTED_ENVIRONMENT);
const next = () =>
  buildCopy('next', NEXT.folder, { DATA_DIR: SMALL_DATA, CARDS: 'off' }, (copy) => {
    // The folder whose `data` is the small catalog.
    const root = path.join(copy, path.dirname(SMALL_DATA));
    const file = path.join(root, 'data/codes.csv');
    const text = fs.readFileSync(file, 'utf8');
    const changed = text.replace(NEXT.was, NEXT.is);
    if (changed === text) throw new Error(`${file} does not have “${NEXT.was}”; see tests/fixtures/other-sites.ts`);
    fs.writeFileSync(file, changed);
    addRows(root, acceptedRows(root));
    const why = { en: 'A change, to test with.', zh: '测试用的更改。' };
    record(root, { why, date: NEXT.date, published: Buffer.from(text) });
  });

// What runs in this folder shares Astro's cache (`node_modules/.astro/data-store.json`), so it runs one after the other.
const here = () => dist().then(types);
const copies = () => mounted().then(again).then(next);
await Promise.all(process.argv.includes('--others') ? [copies()] : [here(), copies()]);
