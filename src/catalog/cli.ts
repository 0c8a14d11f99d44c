/** `npm run data:check`, `data:format` and `data:record`. All exit with 1 and name every problem when the data cannot be used. */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { CODES_FILE, formatCodes, parseCodes } from './csv.ts';
import { CatalogError, formatProblem } from './problem.ts';
import { inspectCatalog } from './read.ts';
import { RecordError, record } from './record/append.ts';
import { HISTORY_FILE, KINDS } from './record/history.ts';

const fail = (lines: string[]) => {
  console.error(lines.join('\n'));
  process.exitCode = 1;
};

function check() {
  const { problems, rows } = inspectCatalog('.');
  if (problems.length) fail([...problems.map(formatProblem), `${problems.length} to mend`]);
  else console.log(`${CODES_FILE}: ${rows.length} entries, all in order`);
}

function format() {
  const bytes = fs.readFileSync(CODES_FILE);
  const { rows, problems } = parseCodes(bytes);
  // Formatting mends byte order mark, line ends, quotes and order. What it could not read it would lose, so it refuses.
  const mends = (message: string) => message.includes('npm run data:format');
  const lost = problems.filter((p) => !mends(p.message));
  if (lost.length) return fail(['nothing written; mend first what cannot be read:', ...lost.map(formatProblem)]);
  const text = formatCodes(rows, inspectCatalog('.').known.platforms);
  if (bytes.toString('utf8') === text) return console.log(`${CODES_FILE}: in canonical form already`);
  fs.writeFileSync(CODES_FILE, text);
  console.log(`${CODES_FILE}: ${rows.length} entries written in canonical form`);
}

/** The day it is where the editor is, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const RECORD_OPTIONS = {
  'why-en': { type: 'string', default: '' },
  'why-zh': { type: 'string', default: '' },
  version: { type: 'string' },
  date: { type: 'string' },
} as const;

function recordChanges(args: string[]) {
  try {
    const { values } = parseArgs({ args, options: RECORD_OPTIONS });
    const { version, date = today() } = values;
    const release = record('.', { why: { en: values['why-en'], zh: values['why-zh'] }, version, date });
    if (!release) return console.log(`${CODES_FILE}: nothing to record, every change is in ${HISTORY_FILE}`);
    const counts = KINDS.map(
      (kind) => [release.changes.filter((change) => change.kind === kind).length, kind] as const,
    );
    const said = counts.flatMap(([count, kind]) => (count ? [`${count} ${kind}`] : [])).join(', ');
    console.log(`${HISTORY_FILE}: ${release.version} of ${release.date} recorded: ${said}`);
  } catch (error) {
    if (error instanceof CatalogError)
      return fail(['nothing written; mend first:', ...error.problems.map(formatProblem)]);
    const asked = error instanceof RecordError || (error instanceof TypeError && 'code' in error);
    if (!asked) throw error;
    fail([
      'nothing written:',
      error.message,
      'usage: npm run data:record -- --why-en "…" --why-zh "…" [--version 1.1.0] [--date 2026-12-01]',
    ]);
  }
}

const commands: Record<string, (args: string[]) => void> = { check, format, record: recordChanges };
const command = commands[process.argv[2] ?? ''];
if (command) command(process.argv.slice(3));
else fail([`usage: node src/catalog/cli.ts ${Object.keys(commands).join('|')}`]);
