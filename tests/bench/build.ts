/** What a build costs, and how that grows with the data. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { copyWithData } from './copy.ts';
import { remove, temporaryFolder, watch } from './leftovers.ts';
import { watchMemory } from './process-tree.ts';
import { megabytes, type Row, type Section } from './table.ts';

/**
 * Times the data up to which the site is built to be kept for use without a network: the file of all pages is 56 MB at
 * ten times, and over 100 MB the build refuses it.
 */
const OFFLINE_UP_TO = 15;

/** Megabytes; what is tried when Node's own limit is too small. */
const HEAPS = [8192, 16384];

/** `cpu` and `memory` are absent where they cannot be measured. Seconds and bytes. */
type Cost = { wall: number; cpu: number | undefined; memory: number | undefined };
type Failed = { said: string; outOfMemory: boolean };

/**
 * Seconds of processor time, user's and system's together, from what a shell's `times` prints: its own in the first
 * line, that of what it has run in the second.
 * @throws when it is something else
 * @example cpuSeconds('0m0.01s 0m0.00s\n1m2.50s 0m3.25s\n') // → 65.75
 */
export function cpuSeconds(printed: string): number {
  const numbers = [...printed.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
  const [user, system] = numbers.slice(-2);
  if (numbers.length < 4 || user === undefined || system === undefined)
    throw new Error(`not what “times” prints: ${printed}`);
  return user + system;
}

/** Only a shell tells what all that a program has run has used. */
const AND_TIMES = '"$@"; status=$?; echo; times; exit $status';

function build(root: string, environment: Record<string, string>): Promise<Cost | Failed> {
  const windows = process.platform === 'win32';
  const start = performance.now();
  const env = { ...process.env, ...environment };
  const child = watch(
    windows
      ? spawn('astro', ['build'], { cwd: root, env, shell: true })
      : spawn('sh', ['-c', AND_TIMES, 'sh', 'astro', 'build'], { cwd: root, env, detached: true }),
  );
  const memory = watchMemory(child.pid ?? 0);
  return new Promise((resolve, reject) => {
    // The end is enough: the log of a large build is large.
    let [printed, said] = ['', ''];
    child.stdout.on('data', (data) => (printed = `${printed}${data}`.slice(-4000)));
    child.stderr.on('data', (data) => (said = `${said}${data}`.slice(-8000)));
    child.on('error', reject);
    child.on('close', (status) => {
      const most = memory();
      const wall = (performance.now() - start) / 1000;
      if (status !== 0) return resolve({ said, outOfMemory: /heap out of memory|heap limit/i.test(said) });
      resolve({ wall, cpu: windows ? undefined : cpuSeconds(printed.split('\n').slice(-3).join('\n')), memory: most });
    });
  });
}

function output(folder: string): { files: number; bytes: number } {
  const all = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = all.map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).size);
  return { files: all.length, bytes: sizes.reduce((a, b) => a + b, 0) };
}

/** Builds with Node's own limit, and when that is too small with larger ones, as far as the machine has the memory. */
async function withEnoughHeap(
  root: string,
  environment: Record<string, string>,
): Promise<{ cost: Cost; heap: string } | { tried: string }> {
  let tried = '';
  for (const heap of [undefined, ...HEAPS.filter((heap) => heap < 0.8 * (os.totalmem() / 2 ** 20))]) {
    const name = heap ? `${heap}` : `default, ${Math.round(getHeapStatistics().heap_size_limit / 2 ** 20)}`;
    const limit = heap ? { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-old-space-size=${heap}`.trim() } : {};
    const result = await build(root, { ...environment, ...limit });
    if ('wall' in result) return { cost: result, heap: tried ? `${name} (${tried}: out of memory)` : name };
    if (!result.outOfMemory) throw new Error(`the build failed:\n${result.said.slice(-600)}`);
    tried = tried ? `${tried}; ${name}` : name;
  }
  return { tried };
}

const HEAD = [
  'data',
  'entries',
  'cards',
  'offline',
  'wall s',
  'CPU s',
  'peak MB',
  'heap limit MB',
  'dist MB',
  'dist files',
];

type Case = { factor: number; cards: boolean };

async function measure({ factor, cards }: Case, say: (text: string) => void): Promise<Row> {
  const folder = temporaryFolder();
  try {
    const root = path.join(folder, 'project');
    const entries = copyWithData(root, factor);
    // As on a machine that has never built it: no drawn cards.
    fs.rmSync(path.join(root, 'node_modules/.astro'), { recursive: true, force: true });
    say(`building ${entries} entries${cards ? ', with cards' : ''} …`);
    const offline = factor <= OFFLINE_UP_TO;
    const environment = {
      PRECOMPRESS: 'off',
      ...(!cards && { CARDS: 'off' }),
      ...(!offline && { OFFLINE: 'off' }),
    };
    const result = await withEnoughHeap(root, environment);
    const name = [`${factor}×`, entries, cards ? 'drawn' : 'off', offline ? 'on' : 'off'];
    if ('tried' in result) throw new Error(`out of memory with a heap limit of: ${result.tried}`);
    const { cost, heap } = result;
    const { files, bytes } = output(path.join(root, 'dist'));
    return [
      ...name,
      cost.wall.toFixed(1),
      cost.cpu?.toFixed(1) ?? 'not measured',
      cost.memory ? megabytes(cost.memory) : 'not measured',
      heap,
      megabytes(bytes),
      files,
    ];
  } finally {
    remove(folder);
  }
}

/**
 * @param factors how many times the data
 * @param say what is being done: a build may take minutes
 * @returns a row for each build; of one that failed it says why, and the program will end with 1
 */
export async function measureBuild(factors: readonly number[], say: (text: string) => void): Promise<Section> {
  const cases = factors.flatMap((factor): Case[] =>
    // Cards cost the same for each code however many there are: once is enough.
    factor === 1
      ? [
          { factor, cards: true },
          { factor, cards: false },
        ]
      : [{ factor, cards: false }],
  );
  const rows: Row[] = [];
  for (const each of cases) {
    try {
      rows.push(await measure(each, say));
    } catch (error) {
      // Minutes of work are in the rows before.
      process.exitCode = 1;
      rows.push([`${each.factor}×`, `failed: ${(error as Error).message}`, ...Array(HEAD.length - 2).fill('–')]);
    }
  }
  return {
    title: 'Building',
    head: HEAD,
    rows,
    notes: [
      'Each in a new copy of the project without caches. `PRECOMPRESS=off` everywhere, `CARDS=off` where cards are off, so that the rows compare: a usual build compresses as well.',
      'CPU: user and system of all processes. Peak: resident memory of all processes together, looked at twice a second; what they share counts for each. MB are millions of bytes, the heap limit MiB.',
      `\`OFFLINE=off\` above ${OFFLINE_UP_TO}×: the file of all pages would be over 100 MB, which the build refuses.`,
      'Beyond 1× the texts are put together from two real ones.',
    ],
  };
}
