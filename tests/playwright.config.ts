/** Tests of the built sites, in Node and in a browser. `npm run test:builds` makes the sites; `unit/` has a config of its own. */
import { defineConfig } from '@playwright/test';
import { MOUNTED, MOUNTED_ENVIRONMENT } from './fixtures/builds.ts';
import { BROWSER_ARGUMENTS, findBrowser } from './setup/browser.ts';

/** `TEST_PORT` names another port; the mounted site has the one before it. Two checkouts can be tested at a time. */
const PORT = Number(process.env.TEST_PORT ?? 4399);
const browser = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: [['list', { printSteps: false }]],
  use: {
    // It would fetch the whole site for every test; those that are about it allow it.
    serviceWorkers: 'block',
    baseURL: `http://localhost:${PORT}`,
    launchOptions: { args: BROWSER_ARGUMENTS, ...(browser ? { executablePath: browser } : {}) },
  },
  // The site as it was built, not a development server: what is tested is what is published.
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
    { name: 'hosting', testDir: 'hosting' },
  ],
});
