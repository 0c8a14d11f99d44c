/**
 * Finds the nginx the tests run, with its module for Brotli. Run as a program (`npm run test:setup` does) it installs Debian's
 * through apt when root; else it says what to do and exits with 1.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall } from './setup/browser.ts';

const PROGRAMS = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'];
const PACKAGES = ['nginx', 'libnginx-mod-http-brotli-static'];
/** Where Debian and Ubuntu put configuration, and the lines that load modules. */
export const NGINX_SETTINGS = '/etc/nginx';
export const NGINX_MODULES = path.join(NGINX_SETTINGS, 'modules-enabled');

/** Path of an nginx that loads the module: `NGINX_PATH`, or the system's. */
export function findNginx(): string | undefined {
  const loaded = fs.existsSync(NGINX_MODULES) ? fs.readdirSync(NGINX_MODULES) : [];
  if (!loaded.some((file) => /brotli-static\.conf$/.test(file))) return undefined;
  return [process.env.NGINX_PATH, ...PROGRAMS].find((program) => program && fs.existsSync(program));
}

function getNginx(): string | undefined {
  const found = findNginx();
  if (found) return found;
  console.log('No nginx with Brotli found. Installing Debian’s …');
  aptInstall(...PACKAGES);
  return findNginx();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const nginx = getNginx();
  if (nginx) console.log(`nginx: ${nginx}`);
  else {
    console.error(
      `The tests of hosting need nginx with its Brotli module, laid out as on Debian and Ubuntu. There: \`apt install ${PACKAGES.join(' ')}\` as root. On other systems run the tests in a Debian container, or without them: \`npm run test:unit\` and \`npx playwright test --config tests/playwright.config.ts --project dist --project search --project e2e\`.`,
    );
    process.exitCode = 1;
  }
}
