/**
 * Serves `dist/` with nginx and the generated configuration. At the root nginx reads the file the build wrote.
 * @example node tests/hosting/serve.ts 4386
 */
import { execSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { nginxConf } from '../../src/build/hosting/nginx-conf.ts';
import { catalog, ROOT } from '../fixtures/catalog.ts';
import { BROTLI_MODULE, NGINX } from './programs.ts';
import { SITES } from './sites.ts';

const site = SITES.find(({ port }) => String(port) === process.argv[2]);
if (!site) throw new Error(`usage: node tests/hosting/serve.ts ${SITES.map(({ port }) => port).join('|')}`);
const { base, port, folder } = site;

/** Replaces a setting that the head of the configuration leaves to the deployer. */
function set(conf: string, from: string, to: string): string {
  if (!conf.includes(from)) throw new Error(`the nginx configuration no longer has “${from}”`);
  return conf.replace(from, to);
}

fs.rmSync(folder, { recursive: true, force: true });
const root = path.join(folder, 'www');
const target = path.join(root, base);
fs.mkdirSync(path.dirname(target), { recursive: true });

let conf: string;
if (base === '/') {
  conf = fs.readFileSync(path.join(ROOT, 'dist.nginx.conf'), 'utf8');
  // A copy, for the compressed files that the documented command adds.
  fs.cpSync(path.join(ROOT, 'dist'), root, { recursive: true });
  const [compress = ''] = /find dist .*/.exec(conf) ?? [];
  execSync(set(compress, 'find dist', `find ${root}`), { stdio: ['ignore', 'inherit', 'inherit'] });
} else {
  conf = nginxConf(catalog.platforms, base, 'localhost');
  fs.symlinkSync(path.join(ROOT, 'dist'), target.replace(/\/$/, ''));
}
conf = set(conf, 'listen 80;', `listen 127.0.0.1:${port};`);
conf = set(conf, 'listen [::]:80;', `listen [::1]:${port};`);
conf = set(conf, 'root /srv/wechat-error-codes;', `root ${root};`);
const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
  (name) => `${name}_temp_path ${folder}/${name};`,
);
const main = path.join(folder, 'nginx.conf');
fs.writeFileSync(path.join(folder, 'site.conf'), conf);
fs.writeFileSync(
  main,
  `load_module ${BROTLI_MODULE};
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${folder}/nginx.pid;
# A missing file is an [error] to nginx, and tests ask for missing files.
error_log stderr crit;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${paths.join(' ')}
  include ${folder}/site.conf;
}
`,
);

const { stderr } = spawnSync(NGINX, ['-e', 'stderr', '-t', '-c', main], { encoding: 'utf8' });
if (!stderr.includes('test is successful') || /\[(warn|error|crit|alert|emerg)\]/.test(stderr))
  throw new Error(`nginx does not accept the configuration without a warning:\n${stderr}`);
spawn(NGINX, ['-e', 'stderr', '-c', main], { stdio: 'inherit' });
