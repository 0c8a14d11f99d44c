/** How a page's policy is made. The policies of the built pages are checked in `tests/dist/csp.test.ts`. */

import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { hashOf, tightenCsp } from '../../src/site/security/csp.ts';
import { speculationRules } from '../../src/site/security/inline-scripts.ts';

const CHARSET = '<meta charset="utf-8">';
const policy = (...sources: string[]) =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src ${sources.join(' ')};">`;
const quoted = (text: string) => `'${hashOf(text)}'`;

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

test('pages that may be fetched ahead are those below the root of the site', () => {
  for (const root of ['/', '/docs/errors/']) {
    const { prefetch, ...others } = JSON.parse(speculationRules(root));
    expect(others).toEqual({});
    expect(prefetch).toEqual([{ where: { href_matches: `${root}*/` }, eagerness: 'moderate' }]);
  }
});
