/**
 * Builds the sites for the tests, and checks the types meanwhile: two programs at a time.
 * - dist: the site as it is published, from the live data;
 * - the others as `fixtures/builds.ts` describes them, from the small catalog.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { record } from '../../src/catalog/record/append.ts';
import { AGAIN, MOUNTED, MOUNTED_ENVIRONMENT, NEXT, ROOT, SMALL_DATA } from '../fixtures/builds.ts';
import { acceptedRows, addRows } from '../fixtures/hostile-rows.ts';
import { copyProject } from '../fixtures/project.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'error-codes-'));
process.on('exit', () => fs.rmSync(temporary, { recursive: true, force: true }));

type Settings = { root?: string; environment?: Record<string, string> };

/** Runs `astro` without output. @throws with its output if it fails */
function astro(name: string, args: string[], { root = ROOT, environment = {} }: Settings = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn('astro', args, {
      cwd: root,
      env: { ...process.env, ...environment },
      // On Windows the program is a script, which needs a shell.
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

/** Builds a copy of the project and copies `dist` and its siblings (`dist.*`) to `target`. */
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
    if (changed === text) throw new Error(`${file} does not have “${NEXT.was}”; see tests/fixtures/builds.ts`);
    fs.writeFileSync(file, changed);
    addRows(root, acceptedRows(root));
    const why = { en: 'A change, to test with.', zh: '测试用的更改。' };
    record(root, { why, date: NEXT.date, published: Buffer.from(text) });
  });

// These two share Astro's cache (`node_modules/.astro/data-store.json`), so they run one after the other.
const here = () => dist().then(types);
const copies = () => mounted().then(again).then(next);
await Promise.all(process.argv.includes('--others') ? [copies()] : [here(), copies()]);
