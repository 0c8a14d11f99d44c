import { defineConfig } from '@playwright/test';
import { ENGINES } from './engine.ts';
import type { EngineOptions } from './test.ts';

const PORT = 4397;

/** A small set of tests that every engine must pass. Not part of `npm test`: a machine need not have these browsers. */
export default defineConfig<object, EngineOptions>({
  testDir: '.',
  outputDir: '../../test-results/engines',
  forbidOnly: true,
  // A browser each, and two at a time: they are started once.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list', { printSteps: false }]],
  use: { baseURL: `http://localhost:${PORT}` },
  webServer: {
    command: `astro preview --ignore-lock --port ${PORT}`,
    cwd: '../..',
    port: PORT,
    reuseExistingServer: false,
  },
  projects: ENGINES.map((engineName) => ({ name: engineName, use: { engineName } })),
});
