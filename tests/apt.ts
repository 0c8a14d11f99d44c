/** Gets what the tests need and the machine lacks, where that can be done without asking: on Debian and Ubuntu as root. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const APT = '/usr/bin/apt-get';

/** Runs a program whose output the reader sees. @returns whether it succeeded */
export const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 10 * 60_000 }).status === 0;

export const isRoot = (): boolean => process.getuid?.() === 0;

export const canInstall = (): boolean => isRoot() && fs.existsSync(APT);

/** Installs Debian's packages; whether they are there afterwards is for the caller to see. */
export function install(...packages: string[]): void {
  run(APT, 'update', '-qq');
  run(APT, 'install', '-y', '-qq', '--no-install-recommends', ...packages);
}
