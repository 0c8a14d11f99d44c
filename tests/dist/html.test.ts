import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { paths, read } from '../fixtures/site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Matters of taste, or of the minifier.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'off',
    // A code page's title may be long: it carries the errmsg.
    'text-content': 'off',
  },
});

test('HTML is valid on every page', async () => {
  test.setTimeout(180_000);
  const wrong: string[] = [];
  for (const file of [...paths.map((path) => `${path}index.html`), '404.html']) {
    // Styles are not HTML, and they are the same everywhere.
    const report = await validator.validateString(read(file).replace(/<style>[\s\S]*?<\/style>/, ''), file);
    for (const { messages } of report.results) {
      for (const { ruleId, message, line, column } of messages)
        wrong.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
});

test('the validator rejects what is wrong', async () => {
  const report = await validator.validateString(
    '<!doctype html><html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>',
  );
  expect(report.valid).toBe(false);
});
