/**
 * Measures the built site and prints Markdown:
 *   npm run bench                       all of it
 *   npm run bench -- bytes latency      parts: bytes latency answer lighthouse build
 *   npm run bench -- build --factors 1,10
 *   npm run bench -- answer --runs 1    fewer or more repetitions than usual
 * What it is doing goes to the error output. Ends with 1 when something could not be measured.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { ROOT } from '../fixtures/catalog.ts';
import { site } from '../fixtures/site.ts';
import { BROWSER_ARGUMENTS, findBrowser } from '../setup/browser.ts';
import { measureAnswer } from './answer.ts';
import { measureBuild } from './build.ts';
import { measureBytes, measureKept } from './bytes.ts';
import { measureLatency } from './latency.ts';
import { measureLighthouse } from './lighthouse.ts';
import { load, machineLine } from './machine.ts';
import { type Section, sectionText } from './table.ts';

const say = (text: string) => console.error(`… ${text}`);

type Means = { browser: Browser; browserPath: string; runs: number | undefined; factors: number[] };
const PARTS: Record<string, ((means: Means) => Promise<Section>)[]> = {
  bytes: [({ browser }) => measureBytes(browser), ({ browser }) => measureKept(browser)],
  latency: [({ browser, runs = 5 }) => measureLatency(browser, runs)],
  answer: [({ browser, runs = 5 }) => measureAnswer(browser, runs)],
  lighthouse: [({ browserPath, runs = 3 }) => measureLighthouse(browserPath, runs)],
  build: [({ factors }) => measureBuild(factors, say)],
};

function usage(wrong: string): never {
  console.error(`${wrong}\nusage: npm run bench -- [${Object.keys(PARTS).join('] [')}] [--factors 1,10,50] [--runs N]`);
  process.exit(1);
}

function readArguments() {
  try {
    const options = { factors: { type: 'string', default: '1,10,50' }, runs: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const factors = values.factors.split(',').map(Number);
    const runs = values.runs === undefined ? undefined : Number(values.runs);
    const wrong = positionals.filter((part) => !Object.hasOwn(PARTS, part));
    if (wrong.length) usage(`There is no part ${wrong.join(', ')}.`);
    const whole = (number: number) => Number.isInteger(number) && number >= 1;
    if (!factors.every(whole) || !(runs === undefined || whole(runs))) usage('Whole numbers from 1 are wanted.');
    return { parts: positionals.length ? positionals : Object.keys(PARTS), factors, runs };
  } catch (error) {
    return usage((error as Error).message);
  }
}

const { parts, factors, runs } = readArguments();

const home = path.join(site.dist, 'index.html');
if (parts.some((part) => part !== 'build') && !fs.existsSync(home)) {
  say('there is no dist: building it');
  const { status } = spawnSync('astro', ['build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
}

const browserPath = findBrowser();
if (!browserPath) {
  console.error('No Chromium was found. `npm run test:setup` gets one; CHROMIUM_PATH names another.');
  process.exit(1);
}
const browser = await chromium.launch({ executablePath: browserPath, args: BROWSER_ARGUMENTS });
try {
  const built = fs.existsSync(home) ? `; dist built ${fs.statSync(home).mtime.toISOString().slice(0, 16)} UTC` : '';
  console.log(`${machineLine(browser)}${built}\n`);
  for (const part of parts) {
    for (const measure of PARTS[part] ?? []) {
      const before = load();
      say(part);
      try {
        const section = await measure({ browser, browserPath, runs, factors });
        console.log(sectionText({ ...section, notes: [...section.notes, `Load: ${before} before, ${load()} after.`] }));
      } catch (error) {
        // The other figures are still of use.
        process.exitCode = 1;
        console.log(`## ${part}\n\nCould not be measured: ${(error as Error).message}\n`);
      }
    }
  }
} finally {
  await browser.close();
}
