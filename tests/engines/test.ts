/** The tests' `tab`: one in the project's browser, watched. A test fails when a page complained or asked another host. */
import { test as base, expect } from '@playwright/test';
import type { Engine, EngineName, Tab } from './engine.ts';
import { startEngine } from './start.ts';

export type EngineOptions = { engineName: EngineName };

export const test = base.extend<{ tab: Tab }, EngineOptions & { engine: Engine }>({
  engineName: ['chromium', { scope: 'worker', option: true }],
  engine: [
    async ({ engineName }, use) => {
      const engine = await startEngine(engineName);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  tab: async ({ engine }, use, info) => {
    info.annotations.push({ type: 'browser', description: engine.version });
    const tab = await engine.open();
    try {
      await use(tab);
      if (info.status !== info.expectedStatus)
        await info.attach('page', { body: await tab.screenshot(), contentType: 'image/png' });
      expect({ complaints: await tab.complaints(), abroad: await tab.abroad() }).toEqual({
        complaints: [],
        abroad: [],
      });
    } finally {
      await tab.close();
    }
  },
});

/** Waits for an answer that may not be there yet; a page on its way to the next one gives none. */
export const eventually = <R>(ask: () => Promise<R>) => expect.poll(() => ask().catch((error: unknown) => `${error}`));
