/**
 * The nginx configuration of the site: a server block with the headers of `headers.ts` and the redirects of former
 * platform URLs. nginx compares its patterns with `$uri`, the file it sends in the end: for a page that is
 * `…/index.html`, for any error `404.html`, so that an error is never cached as long as the file it stands for.
 */
import type { Platform } from '../../catalog/index.ts';
import { redirects } from '../../site/pages.ts';
import { RULES, type Rule } from './headers.ts';

const escapeRegex = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @throws when the text has a character that nginx interprets inside quotes */
function quote(text: string): string {
  if (/["\\$]/.test(text)) throw new Error(`nginx configuration: cannot quote ${text}`);
  return `"${text}"`;
}

/** Returns an nginx regular expression, quoted, for the files a rule's path stands for. */
function pattern(root: string, path: string): string {
  const file = path.replace(/\/$/, '/index.html').split('*').map(escapeRegex).join('.*');
  return `"^${escapeRegex(root)}${file.slice(1)}$"`;
}

/** Returns the `map` that gives a variable the value of one header, or nothing: nginx omits empty headers. */
function headerMap(variable: string, name: string, root: string, rules: readonly Rule[]): string {
  const lines = rules.flatMap(({ path, headers }) =>
    headers[name] === undefined ? [] : [`    "~${pattern(root, path).slice(1)} ${quote(headers[name])};`],
  );
  return `map $uri ${variable} {\n    default "";\n${lines.join('\n')}\n}`;
}

/**
 * Returns an nginx configuration for the `http` context.
 * @param root where the site is mounted, with a slash at both ends
 * @param host server name, such as `errors.example.org`
 * @example nginxConf(platforms, '/', 'errors.example.org') // → '# …\nmap $uri $errors_cache_control { …'
 */
export function nginxConf(platforms: readonly Platform[], root: string, host: string): string {
  const types = RULES.flatMap(({ path, headers: { 'Content-Type': type } }) =>
    type ? [`    location ~ ${pattern(root, path)} { types { } default_type ${quote(type)}; }`] : [],
  );
  const everywhere = RULES.filter(({ path }) => path === '/*').flatMap(({ headers }) =>
    Object.entries(headers).map(([name, value]) => `    add_header ${name} ${quote(value)} always;`),
  );
  const moved = redirects(platforms).map(
    ({ from, to }) => `    rewrite "^${escapeRegex(`${root}${from}`)}?$" ${quote(`${root}${to}`)} permanent;`,
  );
  return `# nginx configuration for this site. Written by the build from src/build/hosting/headers.ts and data/platforms.json.
# Copy it into the http context, for instance to /etc/nginx/conf.d/wechat-error-codes.conf, and set listen, server_name,
# root and TLS. ${root === '/' ? 'The root is the folder dist/.' : `The contents of dist/ belong into the folder ${root.slice(1)} below the root.`}
#
# On Debian and Ubuntu: apt install nginx libnginx-mod-http-brotli-static brotli. Without that module delete brotli_static.
# nginx sends the compressed copies beside the files. Make them after each build:
#   find dist -type f -size +1k -regex '.*\\.\\(html\\|js\\|json\\|xml\\|txt\\|md\\|csv\\|svg\\|webmanifest\\)' -exec brotli -k -q 9 {} + -exec gzip -9k {} +

${headerMap('$errors_cache_control', 'Cache-Control', root, RULES)}

# What scripts on other sites may read.
${headerMap('$errors_allow_origin', 'Access-Control-Allow-Origin', root, RULES)}

server {
    listen 80;
    listen [::]:80;
    server_name ${host};
    root /srv/wechat-error-codes;

    # TLS: let the server above only redirect (return 301 https://$host$request_uri;), and add to this one
    #   listen 443 ssl; listen [::]:443 ssl; ssl_certificate …; ssl_certificate_key …;
    # When HTTPS works and the certificate renews itself, add to the other headers below:
    #   add_header Strict-Transport-Security "max-age=63072000" always;

    index index.html;
    server_tokens off;
    # Redirects to the trailing slash work behind a proxy with another scheme, host or port.
    absolute_redirect off;

    gzip_static on;
    brotli_static on;
    gzip_vary on;

    # All headers are set here: an add_header in a location would drop all of these.
    add_header Cache-Control $errors_cache_control always;
    add_header Access-Control-Allow-Origin $errors_allow_origin always;
${everywhere.join('\n')}

    charset utf-8;
    charset_types text/xml text/javascript application/javascript;

    # Former platform URLs.
${moved.join('\n')}

    # The 404 page reads the code out of an unknown URL. A folder without a page is unknown too, not forbidden.
    error_page 404 ${root}404.html;
    error_page 403 =404 ${root}404.html;

    # Hidden files, files for other hosts, and compressed copies have no URL. First, so that no type below applies.
    location ~ "/(\\.(?!well-known/)|_headers$|_redirects$)|\\.(br|gz)$" { return 404; }

${types.join('\n')}
}
`;
}
