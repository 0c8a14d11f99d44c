/** Many requests at once: nginx must answer every one of them, whole. */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../fixtures/http.ts';
import { test } from '../fixtures/nginx.ts';
import { DIST, paths } from '../fixtures/site.ts';

const REQUESTS = 10_000;
const CONNECTIONS = 64;
const ENCODINGS = ['br', 'gzip', 'identity'];
const COPIES: Record<string, string> = { br: '.br', gzip: '.gz', identity: '' };

/** Bytes of what the answer must be: the compressed copy, or the page where it has none. */
function lengthOf(page: string, encoding: string): number {
  const file = path.join(DIST, page, 'index.html');
  const copy = `${file}${COPIES[encoding]}`;
  return fs.statSync(fs.existsSync(copy) ? copy : file).size;
}

test(`${REQUESTS} requests over ${CONNECTIONS} connections, over all pages, none fails and none is cut short`, async ({
  nginx,
}) => {
  test.setTimeout(180_000);
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const connections = new Set<unknown>();
  agent.on('free', (socket) => connections.add(socket));
  const asked = new Set<string>();
  const failed: string[] = [];
  let next = 0;
  const client = async () => {
    for (let i = next++; i < REQUESTS; i = next++) {
      const page = paths[i % paths.length] ?? '/';
      const encoding = ENCODINGS[Math.floor(i / paths.length) % ENCODINGS.length] ?? 'identity';
      asked.add(page);
      try {
        const { status, headers, body } = await ask(`${nginx.origin}${page}`, {
          agent,
          headers: { 'Accept-Encoding': encoding },
        });
        const right = status === 200 && (headers['content-encoding'] ?? 'identity') === encoding;
        if (!right || body.length !== lengthOf(page, encoding))
          failed.push(`${page} ${encoding}: ${status}, ${body.length}`);
      } catch (error) {
        failed.push(`${page} ${encoding}: ${error}`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, client));
  } finally {
    agent.destroy();
  }
  expect(failed).toEqual([]);
  expect(next).toBeGreaterThanOrEqual(REQUESTS);
  // Kept alive: each connection carried many requests.
  expect(connections.size).toBeGreaterThan(1);
  expect(connections.size).toBeLessThanOrEqual(2 * CONNECTIONS);
  expect([...asked].sort()).toEqual([...paths].sort());
});
