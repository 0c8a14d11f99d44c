/** Starts a browser by the name of its engine. */
import { startChromium } from './chromium.ts';
import type { Engine, EngineName } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

const START: Record<EngineName, () => Promise<Engine>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};

/** @throws when it is not installed, saying what to install, or does not start */
export const startEngine = (name: EngineName): Promise<Engine> => START[name]();
