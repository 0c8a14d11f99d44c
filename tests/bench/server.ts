/** A host as it is in life: text compressed, the site's own cache headers. It notes what it was asked for. */
import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { headersFor } from '../../src/build/hosting/headers.ts';
import { staticFile } from '../fixtures/static-file.ts';
import { brotliSize, gzipSize, wire } from './wire.ts';

/** A request that was answered; both sizes are those of the body, whichever of them was sent. `file` is below the folder. */
export type Sent = { file: string; found: boolean; brotli: number; gzip: number };
export type Server = Awaited<ReturnType<typeof openServer>>;

/**
 * Serves a folder on a free port of this machine, at the root. `index.html` for a folder, `404.html` for what there is not.
 * @param folder a built site
 */
export async function openServer(folder: string) {
  let sent: Sent[] = [];
  const respond: RequestListener = async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const { file, found, type } = staticFile(folder, pathname);
    const forms = await wire(path.join(folder, file));
    sent.push({ file, found, brotli: brotliSize(forms), gzip: gzipSize(forms) });
    const accepted = request.headers['accept-encoding'] ?? '';
    const [encoding, body] =
      forms.brotli && /\bbr\b/.test(accepted)
        ? ['br', forms.brotli]
        : forms.gzip && /\bgzip\b/.test(accepted)
          ? ['gzip', forms.gzip]
          : [undefined, forms.plain];
    response.writeHead(found ? 200 : 404, {
      'Content-Type': type,
      ...headersFor(pathname),
      'Content-Length': body.length,
      Vary: 'Accept-Encoding',
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    response.end(body);
  };
  const server = http.createServer((request, response) => {
    Promise.resolve(respond(request, response)).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** `localhost`, which browsers trust with service workers. */
    origin: `http://localhost:${port}`,
    /** What was sent since this was last called. */
    take: (): Sent[] => {
      const taken = sent;
      sent = [];
      return taken;
    },
    stop: async (): Promise<void> => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
