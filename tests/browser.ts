/**
 * Finds the Chromium the tests drive. Run as a program (`npm test` does) it gets one when there is none: Playwright's
 * own, else Debian's through apt when root; else it says what to do and exits with 1. On Debian it also gets the one
 * without windows.
 */
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { canInstall, install, isRoot, run } from './apt.ts';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];
/** The same engine without windows, as Debian packs it: the tests take about half the time in it. */
const SHELL = { path: '/usr/bin/chromium-headless-shell', package: 'chromium-headless-shell' };

const firstOf = (...system: string[]) =>
  [process.env.CHROMIUM_PATH, chromium.executablePath(), ...system].find((path) => path && fs.existsSync(path));

/** Path of a browser as readers have it: `CHROMIUM_PATH`, Playwright's own, or the system's. */
export const findBrowser = (): string | undefined => firstOf(...SYSTEM);

/** Path of the browser to test in, which need not have windows. */
export const findTestBrowser = (): string | undefined => firstOf(SHELL.path, ...SYSTEM);

/** Arguments for a browser on a machine without a display, a graphics card or the network. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function getBrowser(): string | undefined {
  if (!findTestBrowser()) {
    console.log('No Chromium found. Asking Playwright for its own …');
    run('npx', 'playwright', 'install', ...(isRoot() ? ['--with-deps'] : []), 'chromium');
  }
  const found = findTestBrowser();
  if ((!found || SYSTEM.includes(found)) && canInstall()) {
    console.log(`Installing Debian’s ${SHELL.package} …`);
    install(SHELL.package, 'fonts-noto-cjk');
  }
  if (!findTestBrowser() && canInstall()) {
    console.log('That did not work. Installing chromium …');
    install('chromium', 'fonts-noto-cjk');
  }
  return findTestBrowser();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const browser = getBrowser();
  if (browser) console.log(`Browser: ${browser}`);
  else {
    console.error(
      'The tests need Chromium. Run `npx playwright install --with-deps chromium`, or set CHROMIUM_PATH to one.',
    );
    process.exitCode = 1;
  }
}
