/** A proxy that notes what is asked of it and refuses everything. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * @param noted gets the address of every request, or its host and port when it is encrypted
 * @returns its own address
 */
export async function refusingProxy(noted: (what: string) => void): Promise<{ address: string; close(): void }> {
  const server = http.createServer((request, response) => {
    noted(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', ({ url }, socket) => {
    noted(url ?? '');
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
