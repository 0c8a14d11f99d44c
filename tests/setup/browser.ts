/**
 * Finds the Chromium that tests and bench drive. Run as a program (`npm run test:setup`) it installs one when there is
 * none, and prints what it does.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Returns the path of an installed Chromium: `CHROMIUM_PATH`, Playwright's own, or the system's. */
export const findBrowser = (): string | undefined =>
  [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find((path) => path && fs.existsSync(path));

/** Arguments for a browser on a machine without a display, a graphics card or the network. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isRoot = process.getuid?.() === 0;
const hasApt = isRoot && fs.existsSync('/usr/bin/apt-get');

/** Runs a program and shows its output. Returns whether it succeeded. */
function run(command: string, ...args: string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** Installs Debian packages. Returns false where that is not possible: without root, or without apt. */
export const aptInstall = (...packages: string[]): boolean =>
  hasApt &&
  run('apt-get', 'update', '-qq') &&
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);

function install(): void {
  console.log('No Chromium found. Installing Playwright’s:');
  if (run('npx', 'playwright', 'install', 'chromium')) {
    // The libraries it needs are system packages.
    if (isRoot) run('npx', 'playwright', 'install-deps', 'chromium');
  } else if (hasApt) {
    console.log('It could not be downloaded. Installing Debian’s, with a Chinese font:');
    aptInstall('chromium-headless-shell', 'fonts-noto-cjk');
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!findBrowser()) install();
  const browser = findBrowser();
  if (browser) console.log(`Chromium: ${browser}`);
  else {
    console.error('Chromium is missing: run `npx playwright install --with-deps chromium`, or set CHROMIUM_PATH.');
    process.exitCode = 1;
  }
}
