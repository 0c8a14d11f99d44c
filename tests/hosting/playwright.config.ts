import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../setup/browser.ts';
import { SITES } from './sites.ts';

const browser = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: process.env.CI ? 2 : 0,
  reporter: 'list',
  use: {
    serviceWorkers: 'block',
    baseURL: SITES[0]?.origin,
    launchOptions: { args: BROWSER_ARGUMENTS, ...(browser ? { executablePath: browser } : {}) },
  },
  webServer: SITES.map(({ port }) => ({
    command: `node tests/hosting/serve.ts ${port}`,
    cwd: '../..',
    port,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  })),
});
