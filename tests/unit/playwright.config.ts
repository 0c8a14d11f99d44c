/** `npm run test:unit`: rules, logic, the data and the lookup, without server, build or browser. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '..',
  testMatch: ['unit/**/*.test.ts', 'data/**/*.test.ts', 'lookup/**/*.test.ts'],
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: [['list', { printSteps: false }]],
});
