/** That no page complains says something only if each browser's complaints are heard. Here is a page with all of them. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { eventually, test } from './test.ts';

const POLICY = "default-src 'self'; connect-src *; require-trusted-types-for 'script'; trusted-types 'none'";
const FILES: Record<string, [type: string, body: string]> = {
  '/': [
    'text/html',
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Bad</title>
     <script src="/early.js"></script><script>document.title = 'inline'</script><input autofocus>`,
  ],
  '/early.js': ['text/javascript', 'console.log("said while loading"); throw new Error("thrown while loading")'],
};

test('a page’s exceptions, console and refusals are heard, and its requests to other hosts seen', async ({
  engine,
}) => {
  const server = http.createServer(({ url }, response) => {
    const [type, body] = FILES[url ?? ''] ?? ['text/plain', ''];
    response.writeHead(200, { 'Content-Type': type }).end(body);
  });
  await once(server.listen(0, 'localhost'), 'listening');
  const tab = await engine.open();
  try {
    await tab.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    // Neither the policy nor its Trusted Types stop what a test asks.
    expect(await tab.evaluate((a, b) => [a + b, document.title], 1, 2)).toEqual([3, 'Bad']);
    await tab.evaluate(() => {
      setTimeout(() => {
        throw new Error('thrown later');
      });
      console.error('said later');
      console.info('no complaint');
      for (const address of ['http://plain.invalid/a', 'https://secure.invalid/b'])
        fetch(address, { mode: 'no-cors' }).catch(() => {});
    });
    const complaints = async () => (await tab.complaints()).join('\n');
    await eventually(complaints).toContain('thrown later');
    for (const heard of ['thrown while loading', 'said later']) expect(await complaints()).toContain(heard);
    expect(await complaints()).toMatch(/refused|violates/i);
    for (const silent of ['said while loading', 'no complaint']) expect(await complaints()).not.toContain(silent);
    await eventually(async () => (await tab.abroad()).join(' ')).toContain('plain.invalid');
    await eventually(async () => (await tab.abroad()).join(' ')).toContain('secure.invalid');
  } finally {
    await tab.close();
    server.close();
  }
});
