/** Time and memory of a build, and how they grow with the data. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { copyWithData } from './copy.ts';
import type { Section } from './report.ts';

/** Returns the resident bytes of a process group. Memory shared by several processes is counted for each. */
function groupMemory(group: number): number {
  const lines = execFileSync('ps', ['-axo', 'pgid=,rss='], { encoding: 'utf8' }).split('\n');
  const numbers = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return numbers.reduce((sum, [pgid, kilobytes = 0]) => (pgid === group ? sum + kilobytes * 1024 : sum), 0);
}

/** Builds the site. @returns the time, and the peak memory in bytes @throws if the build fails */
async function build(root: string): Promise<{ seconds: number; peak: number }> {
  const start = performance.now();
  const env = { ...process.env, CARDS: 'off' };
  // A group of its own, whose memory is counted.
  const child = spawn('astro', ['build'], { cwd: root, env, detached: true, stdio: ['ignore', 'ignore', 'inherit'] });
  const end = () => process.kill(-(child.pid ?? 0), 'SIGKILL');
  process.once('exit', end);
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, groupMemory(child.pid ?? 0));
  }, 500);
  const [status] = await once(child, 'close');
  process.off('exit', end);
  clearInterval(timer);
  if (status !== 0) throw new Error(`the build of ${root} failed`);
  return { seconds: (performance.now() - start) / 1000, peak };
}

/** Builds a new copy of the project for each factor, without caches. It needs `ps` (Linux, macOS). */
export async function measureBuild(factors: readonly number[]): Promise<Section> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  process.once('SIGINT', () => process.exit(130));
  const rows = [];
  for (const factor of factors) {
    const root = path.join(folder, `${factor}`);
    const entries = copyWithData(root, factor);
    const { seconds, peak } = await build(root);
    const dist = path.join(root, 'dist');
    const files = fs.readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.map((file) => fs.statSync(path.join(file.parentPath, file.name)).size);
    rows.push({
      data: `${factor}×`,
      entries,
      'build s': seconds.toFixed(1),
      'peak MB': Math.round(peak / 1e6),
      'dist files': files.length,
      'dist MB': Math.round(bytes.reduce((a, b) => a + b, 0) / 1e6),
    });
    fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
  return {
    title: 'Build',
    rows,
    notes: [
      '`CARDS=off`. Peak: resident memory of all processes of the build, read twice a second.',
      'Beyond 1× each text is made of two real ones.',
    ],
  };
}
