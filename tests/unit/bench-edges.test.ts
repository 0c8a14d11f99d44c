/** The edges of `npm run bench`: the host it counts at, and what it leaves behind when it is stopped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { openServer } from '../bench/server.ts';
import { ROOT } from '../fixtures/catalog.ts';

const PAGE = `<!doctype html><title>page</title>${'<p>多行 text</p>'.repeat(500)}`;
const INDEX = Buffer.from(Array.from({ length: 3000 }, (_, i) => i % 7));

let folder = '';
test.beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-test-'));
  fs.mkdirSync(path.join(folder, 'codes/-1'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'codes/-1/index.html'), PAGE);
  fs.writeFileSync(path.join(folder, '404.html'), 'not here');
  fs.writeFileSync(path.join(folder, 'a.pf_index'), INDEX);
});
test.afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('the host sends text compressed as it is asked, the rest as it is, and counts what it was asked for', async () => {
  const server = await openServer(folder);
  try {
    const get = async (below: string, encodings: string) => {
      const request = http.get(server.origin + below, { headers: { 'Accept-Encoding': encodings } });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      const body = await buffer(response);
      return { status: response.statusCode, headers: response.headers, body };
    };
    const plain = await get('/codes/-1/', 'identity');
    const small = await get('/codes/-1/', 'gzip, deflate');
    const smaller = await get('/codes/-1/', 'gzip, deflate, br, zstd');
    const index = await get('/a.pf_index', 'gzip, br');
    const missing = await get('/codes/7/', 'identity');
    expect([plain.body.toString(), gunzipSync(small.body).toString(), `${brotliDecompressSync(smaller.body)}`]).toEqual(
      [PAGE, PAGE, PAGE],
    );
    expect([plain, small, smaller, index].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
      undefined,
    ]);
    expect(plain.headers['cache-control']).toBe('public, max-age=300');
    expect([plain.status, missing.status, missing.body.toString()]).toEqual([200, 404, 'not here']);
    expect(index.body.equals(INDEX)).toBe(true);
    const page = { file: 'codes/-1/index.html', found: true, brotli: smaller.body.length, gzip: small.body.length };
    const sent = server.take();
    expect(sent).toHaveLength(5);
    expect(sent.slice(0, 3)).toEqual([page, page, page]);
    expect(sent[3]).toEqual({ file: 'a.pf_index', found: true, brotli: 3000, gzip: 3000 });
    expect(sent[4]).toMatchObject({ file: '404.html', found: false });
    expect(server.take()).toEqual([]);
  } finally {
    await server.stop();
  }
});

test('stopped by Ctrl+C, it leaves no folder and no program behind', async () => {
  const program = `
    import { spawn } from 'node:child_process';
    import fs from 'node:fs';
    import { temporaryFolder, watch } from './tests/bench/leftovers.ts';
    const folder = temporaryFolder();
    fs.writeFileSync(folder + '/large', 'x');
    const child = watch(spawn('sh', ['-c', 'sleep 600 & echo $!; wait'], { detached: true }));
    child.stdout.once('data', (pid) => console.log(JSON.stringify({ folder, pid: Number(pid) })));
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: ROOT });
  const [line] = await once(child.stdout, 'data');
  const { folder: temporary, pid } = JSON.parse(`${line}`) as { folder: string; pid: number };
  expect(fs.existsSync(path.join(temporary, 'large'))).toBe(true);
  expect(process.kill(pid, 0)).toBe(true);
  child.kill('SIGINT');
  const [status] = await once(child, 'close');
  expect(status).toBe(130);
  expect(fs.existsSync(temporary)).toBe(false);
  await expect.poll(() => running(pid)).toBe(false);
});

/** Whether a process is still at work; one that has ended but was not collected yet is not. */
function running(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/status`;
  return !(fs.existsSync(status) && /^State:\s+Z/m.test(fs.readFileSync(status, 'utf8')));
}
