/** Builds the site a second time, as `tests/fixtures/mounted.ts` says. */
import { spawnSync } from 'node:child_process';
import { MOUNTED, MOUNTED_ENVIRONMENT } from './fixtures/mounted.ts';

const { status } = spawnSync('astro', ['build', '--outDir', MOUNTED.folder], {
  env: { ...process.env, ...MOUNTED_ENVIRONMENT },
  stdio: 'inherit',
  // npm puts the program on the path; on Windows it is a script, which needs a shell.
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
