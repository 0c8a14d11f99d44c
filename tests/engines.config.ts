/**
 * Runs the end-to-end tests tagged `@engines` in every browser engine that is installed. After a build:
 *   npm run test:engines                         prints one line per engine that is missing
 *   npm run test:engines -- --project firefox    fails when Firefox is missing
 *   ENGINES=firefox,webkit npm run test:engines  fails when one of them is missing
 */
import fs from 'node:fs';
import { chromium, defineConfig, devices, firefox, webkit } from '@playwright/test';
import base from './playwright.config.ts';
import { findBrowser } from './setup/browser.ts';

const PORT = 4397;

const ENGINES = [
  { name: 'chromium', path: findBrowser() ?? chromium.executablePath(), use: devices['Desktop Chrome'] },
  // The launch options of the other tests are for Chromium.
  { name: 'firefox', path: firefox.executablePath(), use: { ...devices['Desktop Firefox'], launchOptions: {} } },
  { name: 'webkit', path: webkit.executablePath(), use: { ...devices['Desktop Safari'], launchOptions: {} } },
];

const asked = process.env.ENGINES?.split(',') ?? [];
const unknown = asked.filter((name) => !ENGINES.some((engine) => engine.name === name));
if (unknown.length) throw new Error(`ENGINES: unknown “${unknown.join()}”; use chromium, firefox or webkit`);

const missing = ENGINES.filter(({ path }) => !fs.existsSync(path));
// Each worker loads this file again.
if (!process.env.TEST_WORKER_INDEX)
  for (const { name } of missing)
    console.error(`${name} is not installed. To install it: npx playwright install --with-deps ${name}`);

export default defineConfig({
  ...base,
  testDir: 'e2e',
  grep: /@engines/,
  use: { ...base.use, baseURL: `http://localhost:${PORT}` },
  webServer: {
    command: `astro preview --ignore-lock --port ${PORT}`,
    cwd: '..',
    port: PORT,
    reuseExistingServer: false,
  },
  projects: ENGINES.filter((engine) => (asked.length ? asked.includes(engine.name) : !missing.includes(engine))).map(
    ({ name, use }) => ({ name, use }),
  ),
});
