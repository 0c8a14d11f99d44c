/** Lighthouse, when npm can fetch it: it is no dependency. */
import { spawn } from 'node:child_process';
import { site } from '../fixtures/site.ts';
import { BROWSER_ARGUMENTS } from '../setup/browser.ts';
import { temporaryFolder, watch } from './leftovers.ts';
import { openServer } from './server.ts';
import { median } from './statistics.ts';
import { milliseconds, type Row, type Section } from './table.ts';

const PACKAGE = 'lighthouse@13';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PAGES = {
  home: { kind: 'home' },
  'code page 40001': { kind: 'code', code: '40001' },
  'platform page (wecom)': { kind: 'platform', slug: 'wecom' },
  'whole table': { kind: 'codes' },
} as const;

/** What we read of Lighthouse's report. Scores are from 0 to 1, `null` where there is none. */
export type Report = {
  lighthouseVersion: string;
  runtimeError?: { code: string; message: string };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; numericValue?: number }>;
};

/** @returns what it printed @throws when it fails */
function lighthouse(args: readonly string[], environment: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = watch(
      spawn('npx', ['--yes', PACKAGE, ...args], {
        env: { ...process.env, ...environment },
        detached: process.platform !== 'win32',
        shell: process.platform === 'win32',
      }),
      // Its browser is in a group of its own: only Lighthouse can end it, and does when it is interrupted.
      'SIGINT',
    );
    let [printed, said] = ['', ''];
    child.stdout.on('data', (data) => (printed += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(printed);
      else reject(new Error(said.trim().split('\n').slice(-5).join('\n') || `${PACKAGE} ended with ${status}`));
    });
  });
}

/** Audits of the other categories that are not met in full. @example shortcomings(report) // → ['seo: canonical'] */
export function shortcomings({ categories, audits }: Report): string[] {
  return CATEGORIES.slice(1).flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${category}: ${id}`),
  );
}

const score = (reports: readonly Report[], category: string) =>
  Math.round(100 * median(reports.map(({ categories }) => categories[category]?.score ?? 0)));
const audit = (reports: readonly Report[], id: string) =>
  median(reports.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));

/**
 * @param browserPath of Chromium
 * @param runs of each page
 * @throws when Lighthouse cannot be had, or fails on a page
 */
export async function measureLighthouse(browserPath: string, runs: number): Promise<Section> {
  const environment = { CHROME_PATH: browserPath, TMPDIR: temporaryFolder() };
  await lighthouse(['--version'], environment).catch((cause: unknown) => {
    throw new Error(`${PACKAGE} could not be had (npx ${PACKAGE}): ${(cause as Error).message}`, { cause });
  });
  const server = await openServer(site.dist);
  try {
    const reports = new Map<string, Report[]>(Object.keys(PAGES).map((name) => [name, []]));
    for (let run = 0; run < runs; run++) {
      for (const [name, page] of Object.entries(PAGES)) {
        const url = server.origin + site.urls.page(page, 'en');
        const flags = `--chrome-flags=--headless=new ${BROWSER_ARGUMENTS.join(' ')}`;
        const args = [url, '--output=json', '--quiet', flags];
        // It fails now and then to record a trace (NO_NAVSTART) and asks to be run again: once more, and no more.
        const printed = await lighthouse(args, environment).catch(() => lighthouse(args, environment));
        const report: Report = JSON.parse(printed);
        if (report.runtimeError)
          throw new Error(`${name}: ${report.runtimeError.code}: ${report.runtimeError.message}`);
        reports.get(name)?.push(report);
      }
    }
    const rows = [...reports].map(
      ([name, all]): Row => [
        name,
        ...CATEGORIES.map((category) => score(all, category)),
        milliseconds(audit(all, 'largest-contentful-paint')),
        milliseconds(audit(all, 'total-blocking-time')),
        audit(all, 'cumulative-layout-shift').toFixed(3),
        runs,
      ],
    );
    const [version] = [...reports.values()].flat().map(({ lighthouseVersion }) => lighthouseVersion);
    const short = [...reports].flatMap(([name, all]) =>
      [...new Set(all.flatMap(shortcomings))].map((what) => `${name}: ${what}`),
    );
    return {
      title: 'Lighthouse',
      head: ['page', ...CATEGORIES, 'LCP ms', 'TBT ms', 'CLS', 'runs'],
      rows,
      notes: [
        `Lighthouse ${version}, mobile, simulated throttling; medians. Over http, text compressed, the site’s cache headers.`,
        `Not met in full, outside performance: ${short.join('; ') || 'nothing'}.`,
      ],
    };
  } finally {
    await server.stop();
  }
}
