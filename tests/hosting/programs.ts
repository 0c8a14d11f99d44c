/** Checks that the programs the hosting tests run are installed. Run as a program it exits with 1 when one is missing. */
import fs from 'node:fs';
import path from 'node:path';

/** nginx and its Brotli module, where Debian and Ubuntu install them. */
export const NGINX = '/usr/sbin/nginx';
export const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const PACKAGES = 'nginx libnginx-mod-http-brotli-static brotli curl python3';

const onPath = (name: string) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, name)));
const missing = [
  ...[NGINX, BROTLI_MODULE].filter((file) => !fs.existsSync(file)),
  ...['brotli', 'curl', 'python3'].filter((name) => !onPath(name)),
];

if (import.meta.main && missing.length) {
  console.error(`The hosting tests need ${missing.join(', ')}. On Debian or Ubuntu: apt install ${PACKAGES}`);
  process.exitCode = 1;
}
