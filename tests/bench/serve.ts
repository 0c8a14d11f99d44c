import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { staticFile } from '../fixtures/host.ts';

/** Pagefind's own formats and images are compressed already. */
const TEXT = /\.(html|js|json|css|svg|txt|webmanifest)$/;

/** Serves a folder on a free port until the program ends, text with Brotli, like static hosts. @returns its origin */
export async function serve(folder: string): Promise<string> {
  const bodies = new Map<string, Buffer>();
  const bodyOf = (file: string): Buffer => {
    const plain = fs.readFileSync(path.join(folder, file));
    return TEXT.test(file) ? brotliCompressSync(plain) : plain;
  };
  const server = http.createServer((request, response) => {
    const { file, found, type } = staticFile(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
    const body = bodies.get(file) ?? bodyOf(file);
    bodies.set(file, body);
    const encoding = TEXT.test(file) ? { 'Content-Encoding': 'br' } : {};
    response.writeHead(found ? 200 : 404, { 'Content-Type': type, ...encoding }).end(body);
  });
  await once(server.listen(0, '127.0.0.1').unref(), 'listening');
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
