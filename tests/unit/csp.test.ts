/** The Content-Security-Policy of a page is made as strict as the page allows, and never looser. */

import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { DIRECTIVES, hashOf, SCRIPT_SOURCES, tightenCsp } from '../../src/site/security/csp.ts';
import { speculationRules, THEME_SCRIPT } from '../../src/site/security/inline-scripts.ts';

const CHARSET = '<meta charset="utf-8">';
const policy = (...sources: string[]) =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src ${sources.join(' ')};">`;
const quoted = (text: string) => `'${hashOf(text)}'`;

test('the hash is what browsers compute', () => {
  // From the specification's examples: alert('Hello, world.');
  expect(hashOf("alert('Hello, world.');")).toBe('sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=');
});

test('the policy moves before everything but the charset; nothing else moves', () => {
  const rest = '<title>t</title><style>a{}</style></head><body>b</body></html>';
  const tight = tightenCsp(`<html><head>${CHARSET}${rest.replace('<style>', `${policy("'self'")}<style>`)}`);
  expect(tight).toBe(`<html><head>${CHARSET}${policy("'self'")}${rest}`);
});

test('hashes of texts in the page stay, of scripts and styles, with attributes or without; all others go', () => {
  const texts = ['one()', 'a{color:red}', '{"prefetch":[]}', ''];
  const body = `<script>one()</script><style media="all">a{color:red}</style><script type="speculationrules">{"prefetch":[]}</script><script src="/x.js"></script>`;
  const all = policy("'self'", quoted('gone()'), ...texts.map(quoted), quoted('ONE()'), quoted('one() '));
  expect(tightenCsp(`${CHARSET}${all}${body}`)).toBe(`${CHARSET}${policy("'self'", ...texts.map(quoted))}${body}`);
});

test('whatever the page holds: nothing is added, and no text in it loses its hash', () => {
  const code = fc.stringMatching(/^[\w $&`'"();={}]{0,12}$/);
  fc.assert(
    fc.property(fc.array(code), fc.array(code), (present, absent) => {
      const before = [...present, ...absent].map(quoted);
      const scripts = present.map((text) => `<script>${text}</script>`).join('');
      const tight = tightenCsp(`${CHARSET}<title>t</title>${policy("'self'", ...before)}${scripts}`);
      const sources = (/script-src ([^;]*)/.exec(tight)?.[1] ?? '').split(' ');
      return (
        sources.every((source) => source === "'self'" || before.includes(source)) &&
        present.every((text) => sources.includes(quoted(text))) &&
        absent.every((text) => present.includes(text) || !sources.includes(quoted(text))) &&
        tight.endsWith(scripts)
      );
    }),
  );
});

test('a page without a policy stays as it is; one without a charset has no place for it', () => {
  const page = '<html><head><title>t</title><script>one()</script></head></html>';
  expect(tightenCsp(page)).toBe(page);
  expect(() => tightenCsp(`<html>${policy("'self'")}</html>`)).toThrow('no <meta charset="utf-8"> in the page');
});

test('no directive of ours lets in another origin, or text as code', () => {
  const sources = [...DIRECTIVES.map((directive) => directive.replace(/^[\w-]+ /, '')), ...SCRIPT_SOURCES];
  const known = ["'self'", "'none'", "'script'", 'default', "'wasm-unsafe-eval'"];
  expect(sources.filter((source) => !known.includes(source))).toEqual([]);
  expect(DIRECTIVES[0]).toBe("default-src 'none'");
});

test('the script before the first paint uses a stored theme, and does without storage', () => {
  // In a page of its own making: names of a browser, as far as the script uses them.
  const run = (stored: () => string | null) => {
    const root = { classes: [] as string[], dataset: {} as Record<string, string> };
    const documentElement = { classList: { add: (name: string) => root.classes.push(name) }, dataset: root.dataset };
    const localStorage = { getItem: (key: string) => (key === 'theme' ? stored() : null) };
    new Function('document', 'localStorage', THEME_SCRIPT)({ documentElement }, localStorage);
    return root;
  };
  expect(run(() => 'dark')).toEqual({ classes: ['js'], dataset: { theme: 'dark' } });
  expect(run(() => null)).toEqual({ classes: ['js'], dataset: {} });
  const denied = () => {
    throw new Error('denied');
  };
  expect(run(denied)).toEqual({ classes: ['js'], dataset: {} });
});

test('pages that may be fetched ahead are those below the root of the site', () => {
  for (const root of ['/', '/docs/errors/']) {
    const { prefetch, ...others } = JSON.parse(speculationRules(root));
    expect(others).toEqual({});
    expect(prefetch).toEqual([{ where: { href_matches: `${root}*/` }, eagerness: 'moderate' }]);
  }
});

test('no text that stands in a page can end its script', () => {
  for (const text of [THEME_SCRIPT, speculationRules('/')]) expect(text).not.toMatch(/<\/?script|<!--/i);
});
