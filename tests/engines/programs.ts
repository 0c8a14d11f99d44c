/**
 * Finds the programs of the browsers besides Chromium. Run as a program (`npm run test:engines` does) it gets those that
 * are missing with apt when root, or says what to install. The tests of a browser that is not there then fail.
 */
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { canInstall, install } from '../apt.ts';

type Program = {
  /** As a reader knows it. */
  name: string;
  /** An environment variable that names another one. */
  variable: string;
  /** Where it may be; the first there is taken. */
  paths: string[];
  /** Debian's packages. */
  packages: string[];
};

const PROGRAMS = {
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    packages: ['firefox-esr'],
  },
  minibrowser: {
    name: 'WebKitGTK’s MiniBrowser',
    variable: 'MINIBROWSER_PATH',
    paths: ['/usr/lib/*/webkit2gtk-4.*/MiniBrowser', '/usr/libexec/webkit2gtk-4.*/MiniBrowser'],
    // glib-networking: without it there is no TLS, and a request abroad would not be seen.
    packages: ['libwebkit2gtk-4.1-0', 'glib-networking'],
  },
  webdriver: {
    name: 'WebKitWebDriver',
    variable: 'WEBKIT_WEBDRIVER_PATH',
    paths: ['/usr/bin/WebKitWebDriver'],
    packages: ['webkit2gtk-driver'],
  },
  xvfb: { name: 'Xvfb', variable: 'XVFB_PATH', paths: ['/usr/bin/Xvfb'], packages: ['xvfb'] },
} satisfies Record<string, Program>;

const lookFor = ({ variable, paths }: Program): string | undefined =>
  [process.env[variable], ...fs.globSync(paths)].find((path) => path && fs.existsSync(path));

const missing = () => Object.values(PROGRAMS).filter((program) => !lookFor(program));
const advice = ({ name, variable, packages }: Program) =>
  `${name} is not here. Debian: apt-get install ${packages.join(' ')}. Elsewhere set ${variable} to it.`;

/** @returns its path. @throws what to install when it is not there */
export function findProgram(key: keyof typeof PROGRAMS): string {
  const program = PROGRAMS[key];
  const found = lookFor(program);
  if (!found) throw new Error(advice(program));
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const packages = missing().flatMap((program) => program.packages);
  if (packages.length && canInstall()) {
    console.log(`Installing ${packages.join(', ')} …`);
    install(...packages, 'fonts-noto-cjk');
  }
  for (const program of missing()) console.error(advice(program));
}
