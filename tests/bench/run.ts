/**
 * Measures the built site and prints Markdown tables. After `npm run build`:
 *   npm run bench                           everything, about ten minutes
 *   npm run bench -- answer latency         parts: answer, latency, build
 *   npm run bench -- answer --runs 1        fewer repetitions than 5
 *   npm run bench -- build --factors 1,7    how many times the data
 *
 * Lighthouse is no dependency. Its scores for a page, with `npm run preview` running beside it:
 *   npx lighthouse@13 http://localhost:4321/codes/40001/ --view
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../setup/browser.ts';
import { measureAnswer } from './answer.ts';
import { measureBuild } from './build.ts';
import { measureLatency } from './latency.ts';
import { sectionText } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' }, factors: { type: 'string', default: '1,7' } },
});
const runs = Number(values.runs);
const factors = values.factors.split(',').map(Number);
if (![runs, ...factors].every((number) => Number.isInteger(number) && number > 0))
  throw new Error('--runs and --factors take whole numbers from 1');

const executablePath = findBrowser();
const browser = await chromium.launch({ args: BROWSER_ARGUMENTS, ...(executablePath && { executablePath }) });
const PARTS = {
  answer: () => measureAnswer(browser, runs),
  latency: () => measureLatency(browser, runs),
  build: () => measureBuild(factors),
};
const isPart = (name: string): name is keyof typeof PARTS => Object.hasOwn(PARTS, name);
const unknown = positionals.filter((name) => !isPart(name));
if (unknown.length) throw new Error(`unknown part ${unknown.join()}; use ${Object.keys(PARTS).join(', ')}`);

const load = () => (os.loadavg()[0] ?? 0).toFixed(1);
try {
  const machine = `${os.cpus()[0]?.model}, ${os.availableParallelism()} cores`;
  console.log(`${machine}; Node ${process.version}; Chromium ${browser.version()}; ${new Date().toISOString()}\n`);
  for (const name of Object.keys(PARTS).filter(isPart)) {
    if (positionals.length && !positionals.includes(name)) continue;
    const before = load();
    const section = await PARTS[name]();
    console.log(sectionText({ ...section, notes: [...section.notes, `Load: ${before} before, ${load()} after.`] }));
  }
} finally {
  await browser.close();
}
