/** Where and when figures were measured: they mean nothing without it. */
import os from 'node:os';
import type { Browser } from '@playwright/test';

/** Of the last minute. On Windows there is none. */
export const load = (): string => (process.platform === 'win32' ? 'not known' : (os.loadavg()[0] ?? 0).toFixed(1));

/** @example machineLine(browser) // → 'AMD EPYC 7B13, 2 cores, 24 GB; linux x64; Node 24.21.0; Chromium 150.0; load 1.2; 2026-11-22 08:30 UTC' */
export function machineLine(browser: Browser | undefined): string {
  const cpu = os.cpus()[0]?.model.trim() || 'unknown processor';
  return [
    `${cpu}, ${os.availableParallelism()} cores, ${(os.totalmem() / 2 ** 30).toFixed(0)} GB`,
    `${os.platform()} ${os.arch()}`,
    `Node ${process.versions.node}`,
    ...(browser ? [`Chromium ${browser.version()}`] : []),
    `load ${load()}`,
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  ].join('; ');
}
