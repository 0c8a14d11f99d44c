/** What the tests in other browsers are made of. */
import { expect, test } from '@playwright/test';
import { chord, typing } from '../engines/actions.ts';
import { consoleComplaints } from '../engines/heard.ts';
import { jsonFunction, readAnswer } from '../engines/source.ts';

test('keys go down in the order they are named, and up in the opposite one', () => {
  expect(chord('Control+v').map(({ type, value }) => `${type} ${value}`)).toEqual([
    'keyDown \uE009',
    'keyDown v',
    'keyUp v',
    'keyUp \uE009',
  ]);
  expect(() => chord('Control+Entre')).toThrow('"Entre"');
});

test('a character outside the first plane is one key', () => {
  expect(typing('码𠮷').map(({ value }) => value)).toEqual(['码', '码', '𠮷', '𠮷']);
});

test('of what a console says, errors and warnings are complaints, whatever their source', () => {
  const lines = [
    'http://localhost/:1:40: CONSOLE LOG CONSOLE ERROR is only said here',
    'http://localhost/:1:62: CONSOLE ERROR a',
    'http://localhost/:1:110: CONSOLE JS ERROR Error: b',
    'CONSOLE SECURITY ERROR Refused to load c',
    'http://localhost/:2:1: CONSOLE WARN d',
    'http://localhost/:2:1: CONSOLE INFO e',
    'ERROR: WebKit encountered an internal error. This is a WebKit bug.',
  ];
  expect(consoleComplaints(lines.join('\n'))).toEqual(lines.slice(1, 5));
  const directive = (name: string) =>
    `CONSOLE SECURITY ERROR Unrecognized Content-Security-Policy directive '${name}'.`;
  expect(consoleComplaints([directive('manifest-src'), directive('img-scr')].join('\n'))).toEqual([
    directive('img-scr'),
  ]);
});

test('a function goes over as source, and its arguments and answer as JSON', async () => {
  const run = async (source: string, ...args: unknown[]) =>
    readAnswer(await new Function(`return (${source})`)()(JSON.stringify(args)));
  expect(
    await run(
      jsonFunction(async (a: number, b: string) => [a + 1, b]),
      1,
      '"中"',
    ),
  ).toEqual([2, '"中"']);
  expect(await run(jsonFunction(() => undefined))).toBeUndefined();
});
