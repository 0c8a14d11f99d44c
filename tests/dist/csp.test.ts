/** The Content-Security-Policy of every built page, computed here without `src/site/security/csp.ts`. */
import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { isRedirect, sites } from '../fixtures/site.ts';

const BOOKMARK = /^(zh\/)?about\/tools\/index\.html$/;
/** Types of scripts a policy has a say in. A block of data (JSON-LD) is none. */
const EXECUTABLE = [undefined, 'module', 'text/javascript', 'importmap', 'speculationrules'];
/** What may stand in a policy beside hashes; a host, a scheme, a wildcard or `unsafe-inline` is none of these. */
const SOURCES = ["'self'", "'none'", "'wasm-unsafe-eval'", "'script'", 'default'];
/** The directives of a page, as they must be but for hashes. */
const WANTED: Record<string, string[]> = {
  'default-src': ["'none'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
};

const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
const isHash = (source: string) => /^'sha256-[\w+/]{43}='$/.test(source);
const sorted = (sources: Iterable<string>) => [...new Set(sources)].sort().join(' ');

/** All that is wrong with a page, in words. */
function faults(html: string, file: string): string[] {
  const found: string[] = [];
  const document = parse(html);
  const policies = document
    .querySelectorAll('meta')
    .filter((meta) => /^content-sec/i.test(meta.attributes['http-equiv'] ?? ''));
  const [policy] = policies;
  if (!policy || policies.length !== 1) return [`${policies.length} policies`];

  const start = html.toLowerCase().indexOf('<meta http-equiv="content-security-policy"');
  const before = html.slice(0, start);
  if (/<(?!!doctype |html[ >]|head>|meta charset="utf-8">)/i.test(before))
    found.push('something stands before the policy');

  const directives = new Map(
    (policy.attributes.content ?? '')
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = '', ...sources]) => [name, sources]),
  );
  if (sorted(directives.keys()) !== sorted(Object.keys(WANTED))) found.push(`directives: ${sorted(directives.keys())}`);
  for (const [name, sources] of directives) {
    const foreign = sources.filter((source) => !SOURCES.includes(source) && !isHash(source));
    if (foreign.length) found.push(`${name} has ${foreign.join(' ')}`);
    const plain = sources.filter((source) => !isHash(source));
    if (sorted(plain) !== sorted(WANTED[name] ?? [])) found.push(`${name} is ${sources.join(' ')}`);
  }

  const scripts = document.querySelectorAll('script');
  const inline = scripts.filter(({ attributes: { src, type } }) => src === undefined && EXECUTABLE.includes(type));
  for (const [name, texts] of [
    ['script-src', inline],
    ['style-src', document.querySelectorAll('style')],
  ] as const) {
    const listed = sorted((directives.get(name) ?? []).filter(isHash));
    const needed = sorted(texts.map(({ rawText }) => hash(rawText)));
    if (listed !== needed) found.push(`${name} lists ${listed || 'nothing'}, the page has ${needed || 'nothing'}`);
  }
  const unknown = scripts.filter(
    ({ attributes: { type } }) => !EXECUTABLE.includes(type) && type !== 'application/ld+json',
  );
  if (unknown.length) found.push(`a script of type ${unknown[0]?.attributes.type}`);

  for (const { tagName, attributes } of document.querySelectorAll('*')) {
    for (const [name, value] of Object.entries(attributes)) {
      if (/^(style|srcdoc)$|^on/i.test(name)) found.push(`<${tagName} ${name}>`);
      const code = /^\s*(javascript|data|vbscript|blob):/i.test(value);
      if (code && !(BOOKMARK.test(file) && 'data-bookmarklet' in attributes))
        found.push(`<${tagName} ${name}="${value.slice(0, 30)}">`);
    }
    if (/^(iframe|object|embed|base|frame|applet)$/i.test(tagName ?? '')) found.push(`<${tagName}>`);
  }
  return found;
}

for (const { name, catalog, files, read } of sites) {
  const pages = files().filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'));

  test(`${name}: every page has one policy, first and without a hole, for its own texts and no other`, () => {
    test.setTimeout(120_000);
    expect(pages.length).toBeGreaterThan(catalog.entries.length);
    const wrong = pages.flatMap((file) => {
      const html = read(file);
      // Astro writes these pages, without a policy: they may hold nothing that needs one.
      if (isRedirect(html)) return /<(script|style)|\son\w+=|javascript:/i.test(html) ? [`${file}: code`] : [];
      return faults(html, file).map((fault) => `${file}: ${fault}`);
    });
    expect(wrong.slice(0, 10)).toEqual([]);
  });
}

test('the check rejects each thing that is wrong', () => {
  const file = 'codes/40001/index.html';
  const good = sites[0]?.read(file) ?? '';
  const [meta = ''] = /<meta http-equiv="content-security-policy"[^>]*>/.exec(good) ?? [];
  const bad: [RegExp, string][] = [
    [/^0 policies/, good.replace(meta, '')],
    [/^2 policies/, good.replace(meta, meta + meta)],
    [/before the policy/, good.replace(meta, '').replace('</title>', `</title>${meta}`)],
    [/before the policy/, good.replace('<head>', '<head><link rel="preload" href="/x">')],
    [/directives/, good.replace("img-src 'self';", '')],
    [/img-src has \*/, good.replace("img-src 'self'", 'img-src *')],
    [/img-src has data:/, good.replace("img-src 'self'", "img-src 'self' data:")],
    [/connect-src has https:\/\/e\.org/, good.replace("connect-src 'self'", 'connect-src https://e.org')],
    [/script-src has 'unsafe-eval'/, good.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-eval'")],
    [/style-src has 'unsafe-inline'/, good.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")],
    [/script-src lists/, good.replace('</main>', '<script>1</script></main>')],
    [/script-src lists/, good.replace('</main>', '<script type="module">1</script></main>')],
    [/style-src lists/, good.replace('</main>', '<style>a{}</style></main>')],
    [/style-src lists/, good.replace(/<style>[\s\S]*?<\/style>/, '')],
    [/script-src lists/, good.replace("'wasm-unsafe-eval'", `'wasm-unsafe-eval' ${hash('gone()')}`)],
    [/script of type text\/babel/, good.replace('</main>', '<script type="text/babel">1</script></main>')],
    [/<MAIN style>/i, good.replace('<main ', '<main style="color:red" ')],
    [/<MAIN onclick>/i, good.replace('<main ', '<main onclick="1" ')],
    [/<A href="javascript:1">/i, good.replace('</main>', '<a href="javascript:1">x</a></main>')],
    [/<A href="javascript:1">/i, good.replace('</main>', '<a href="javascript:1" data-bookmarklet>x</a></main>')],
    [/<IFRAME>/i, good.replace('</main>', '<iframe></iframe></main>')],
  ];
  expect(faults(good, file)).toEqual([]);
  const missed = bad.filter(([says, html]) => html === good || !faults(html, file).some((fault) => says.test(fault)));
  expect(missed.map(([says]) => String(says))).toEqual([]);
});
