/** Finds the structure of a text: lines, blocks of lines that belong together, and the object around a position. */

import { partitionPoint } from '../search/partition-point.ts';

export type Range = [start: number, end: number];

export type Layout = {
  /** Line of a position, 1-based. */
  lineOf(at: number): number;
  /** Block of a line; lines of one log entry, stack trace or request with its response share a block. */
  blockOf(line: number): number;
  /** From the start to the end of a line. */
  rangeOf(line: number): Range;
  /** The innermost `{…}` around a position, or the URL it is in. */
  objectAround(at: number): Range | undefined;
};

/** Characters searched for an object's braces, in each direction. */
const REACH = 1_500;

/** The beginning of a log entry, a request or a trace. */
const BEGINS =
  /^\s{0,4}(?:[[(]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[[(]?\d{1,2}:\d{2}:\d{2}|[[(]?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b|time=|[A-Z][a-z]{2} +\d{1,2} \d{2}:|(?:curl|GET|POST|PUT|DELETE)\s|Traceback |Exception in |(?:URL|Request)[:：])/;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function braces(text: string, at: number): Range | undefined {
  let depth = 0;
  let start = at;
  for (; ; start--) {
    if (start < 0 || at - start > REACH) return undefined;
    if (text[start] === '}' && start < at) depth++;
    if (text[start] === '{' && depth-- === 0) break;
  }
  depth = 0;
  for (let end = start; end < text.length && end - at < REACH; end++) {
    if (text[end] === '{') depth++;
    if (text[end] === '}' && --depth === 0) return [start, end + 1];
  }
  return [start, Math.min(text.length, at + REACH)];
}

function url(text: string, at: number): Range | undefined {
  let start = at;
  while (start > 0 && at - start < 400 && !/\s/.test(text[start - 1] ?? '')) start--;
  const end = at + (/^[^\s"'<>]{0,400}/.exec(text.slice(at, at + 400))?.[0].length ?? 0);
  const link = text.slice(start, end).lastIndexOf('://', at - start);
  return link < 0 ? undefined : [start + link, end];
}

/** @example layout('a\nb').lineOf(2) // → 2 */
export function layout(text: string): Layout {
  const starts = lineStarts(text);
  const end = (index: number) => (starts[index + 1] ?? text.length + 1) - 1;
  let block = 0;
  let blank = true;
  const blocks = starts.map((start, i) => {
    const line = text.slice(start, Math.min(end(i), start + 80));
    if (blank || BEGINS.test(line)) block++;
    blank = !line.trim();
    return block;
  });
  return {
    lineOf: (at) => partitionPoint(starts, (start) => start <= at),
    blockOf: (line) => blocks[line - 1] ?? 0,
    rangeOf: (line) => [starts[line - 1] ?? 0, end(line - 1)],
    objectAround: (at) => url(text, at) ?? braces(text, at),
  };
}
