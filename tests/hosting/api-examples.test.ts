/** The examples on the page for programs run as they stand there; only the address is that of the test's own server. */

import { expect, test } from '@playwright/test';
import { parse } from 'csv/sync';
import { apiExamples, QUERIED, TASKS, type Task, TOOLS, type Tool } from '../../src/api/examples.ts';
import { FILES } from '../../src/site/urls.ts';
import { catalog } from '../fixtures/catalog.ts';
import { ORIGIN, pageAt, read } from '../fixtures/site.ts';
import { examplesOn, runExample, typeErrors } from './examples.ts';

const shown = examplesOn('/about/api/');
const on = (origin: string, task: Task, tool: Tool) => (shown[`${task}-${tool}`] ?? '').replaceAll(ORIGIN, origin);

const url = (code: string, platform = '') => `${ORIGIN}/codes/${code}/#${platform}`;
const entries = catalog.entries.filter(({ code }) => code === QUERIED.code);
const [entry] = entries.filter(({ platforms }) => platforms.includes(QUERIED.platform));
const found = catalog.entries.filter(({ en, zh, errmsg }) =>
  `${en} ${zh} ${errmsg}`.toLowerCase().includes(QUERIED.words),
);
const lines = (all: readonly string[]) => all.map((line) => `${line}\n`).join('');
/** Lines of the CSV file that `grep` would keep. */
const csvLines = (pattern: RegExp) =>
  read(FILES.csv)
    .split('\n')
    .filter((line) => pattern.test(line))
    .map((line) => `${line}\n`)
    .join('');

const said = lines(entries.map(({ platforms, en, zh }) => `${platforms.join(', ')} ${en} ${zh}`));
const unknown = lines([`${QUERIED.unknown} is not in the list`]);
const chosen = lines([`${entry?.en} ${url(QUERIED.code, entry?.platforms[0])}`]);
const searched = lines(found.map(({ code, platforms, en }) => `${code} ${platforms[0]} ${en}`));

const EXPECTED: Record<Task, Record<Tool, string>> = {
  one: {
    curl: read(FILES.markdown(QUERIED.code)) + read(FILES.code(QUERIED.code)),
    typescript: said,
    python: said,
  },
  unknown: { curl: unknown, typescript: unknown, python: unknown },
  platform: { curl: csvLines(/^40001,open-platform,/), typescript: chosen, python: chosen },
  search: { curl: csvLines(new RegExp(QUERIED.words, 'i')), typescript: searched, python: searched },
};

test('both pages show the examples as they are written, each with a button that copies it', () => {
  const written = Object.fromEntries(
    TASKS.flatMap((task) => TOOLS.map((tool) => [`${task}-${tool}`, apiExamples(ORIGIN)[task][tool]])),
  );
  for (const page of ['/about/api/', '/zh/about/api/']) {
    expect(examplesOn(page)).toEqual(written);
    const { document } = pageAt(page);
    const copied = document.querySelectorAll('.example [data-copy]').map((button) => button.getAttribute('data-copy'));
    expect(copied).toEqual(Object.values(written));
    expect(document.querySelectorAll('[data-copy-status]')).toHaveLength(1);
  }
});

test('what the examples ask for is in the catalog, or is not, as they say', () => {
  expect(entries.length).toBeGreaterThan(1);
  expect(entry).toBeDefined();
  expect(found.length).toBeGreaterThan(5);
  expect(catalog.entries.some(({ code }) => code === QUERIED.unknown)).toBe(false);
});

for (const tool of TOOLS) {
  for (const task of TASKS) {
    test(`${tool}, ${task}: runs and prints what the catalog says`, async ({ baseURL }) => {
      expect(await runExample(tool, on(baseURL ?? '', task, tool))).toBe(EXPECTED[task][tool]);
    });
  }

  test(`${tool}: a known code is not called unknown, and no answer is neither`, async ({ baseURL }) => {
    const source = on(baseURL ?? '', 'unknown', tool).replaceAll(QUERIED.unknown, QUERIED.code);
    const meanings = catalog.entries.filter(({ code }) => code === QUERIED.code).length;
    expect(await runExample(tool, source)).toMatch(new RegExp(`^40001(: ${meanings}| is in the list)\\n$`));
    // Port 9 is reserved for throwing away what arrives; nothing answers there.
    await expect(runExample(tool, on('http://localhost:9', 'unknown', tool))).rejects.toThrow();
  });
}

test('the TypeScript is right by strict rules', async () => {
  expect(await typeErrors(TASKS.map((task) => on(ORIGIN, task, 'typescript')))).toBe('');
  expect(await typeErrors(['const code: number = "40001"; console.log(code);'])).toContain('TS2322');
});

test('the CSV line an example prints is the entry', () => {
  const [row] = parse(EXPECTED.platform.curl, { record_delimiter: '\r\n' }) as string[][];
  expect(row?.slice(0, 2)).toEqual([QUERIED.code, QUERIED.platform]);
  expect(row).toContain(entry?.zh);
});
