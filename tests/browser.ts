/**
 * Finds the Chromium the tests drive. Run as a program (`npm test` does) it gets one when there is none: Playwright's
 * own, else Debian's through apt when root; else it says what to do and exits with 1.
 */
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { canInstall, install, isRoot, run } from './apt.ts';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

/** Path of a usable browser: `CHROMIUM_PATH`, Playwright's own, or the system's. */
export function findBrowser(): string | undefined {
  const wanted = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM];
  return wanted.find((path) => path && fs.existsSync(path));
}

/** Arguments for a browser on a machine without a display, a graphics card or the network. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function getBrowser(): string | undefined {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium found. Asking Playwright for its own …');
  run('npx', 'playwright', 'install', ...(isRoot() ? ['--with-deps'] : []), 'chromium');
  if (!findBrowser() && canInstall()) {
    console.log('That did not work. Installing Debian’s chromium …');
    install('chromium', 'fonts-noto-cjk');
  }
  return findBrowser();
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
