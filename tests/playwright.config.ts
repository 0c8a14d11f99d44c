/** Tests of the built sites, in Node and in a browser. `npm run test:builds` builds the sites; `unit/` has its own config. */
import { defineConfig } from '@playwright/test';
import { MOUNTED, MOUNTED_ENVIRONMENT } from './fixtures/builds.ts';
import { BROWSER_ARGUMENTS, findBrowser } from './setup/browser.ts';

/** `TEST_PORT` names another port, so that two checkouts can be tested at a time. The mounted site has the port before it. */
const PORT = Number(process.env.TEST_PORT ?? 4399);
const browser = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // The page with 5,000 rows takes seconds beside another test.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // A shared machine may stall. A test that passes on its second try is reported as flaky.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list', { printSteps: false }]],
  use: {
    // The service worker would precache the whole site in every test. Tests of the worker allow it.
    serviceWorkers: 'block',
    baseURL: `http://localhost:${PORT}`,
    launchOptions: { args: BROWSER_ARGUMENTS, ...(browser ? { executablePath: browser } : {}) },
  },
  // The built sites, because these are published.
  webServer: [
    {
      command: `astro preview --ignore-lock --port ${PORT}`,
      cwd: '..',
      port: PORT,
      reuseExistingServer: false,
    },
    {
      command: `astro preview --ignore-lock --port ${MOUNTED.port} --outDir ${MOUNTED.folder}`,
      cwd: '..',
      env: MOUNTED_ENVIRONMENT,
      port: MOUNTED.port,
      reuseExistingServer: false,
    },
  ],
  projects: [
    { name: 'dist', testDir: 'dist' },
    { name: 'search', testDir: 'search' },
    { name: 'e2e', testDir: 'e2e' },
  ],
});
