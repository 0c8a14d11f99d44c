/** Runs `npm run data:check`, `data:format`, `data:record` and `data:compare`. They list all problems and then exit with 1. */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { compareList, parseList } from './compare-list.ts';
import { CODES_FILE, formatCodes, parseCodes } from './csv.ts';
import { CatalogError, formatProblem } from './problem.ts';
import { inspectCatalog, readCatalog } from './read.ts';
import { RecordError, record } from './record/append.ts';
import { HISTORY_FILE, KINDS } from './record/history.ts';

const fail = (lines: string[]) => {
  console.error(lines.join('\n'));
  process.exitCode = 1;
};

function check() {
  const { problems, rows } = inspectCatalog('.');
  if (problems.length)
    fail([...problems.map(formatProblem), `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`]);
  else console.log(`${CODES_FILE}: ${rows.length} entries, no problems`);
}

function format() {
  const bytes = fs.readFileSync(CODES_FILE);
  const { rows, problems } = parseCodes(bytes);
  // Formatting fixes byte order mark, line endings, quotes and order. It refuses unreadable lines, which it would lose.
  const isFixable = (message: string) => message.includes('npm run data:format');
  const unreadable = problems.filter((p) => !isFixable(p.message));
  if (unreadable.length) return fail(['Nothing written. Fix these first:', ...unreadable.map(formatProblem)]);
  const text = formatCodes(rows, inspectCatalog('.').known.platforms);
  if (bytes.toString('utf8') === text) return console.log(`${CODES_FILE}: already in canonical form`);
  fs.writeFileSync(CODES_FILE, text);
  console.log(`${CODES_FILE}: ${rows.length} entries written in canonical form`);
}

/** Returns today's date in local time, as YYYY-MM-DD. */
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
    if (!release) return console.log(`${CODES_FILE}: nothing to record; every change is already in ${HISTORY_FILE}`);
    const counts = KINDS.map(
      (kind) => [release.changes.filter((change) => change.kind === kind).length, kind] as const,
    );
    const summary = counts.flatMap(([count, kind]) => (count ? [`${count} ${kind}`] : [])).join(', ');
    console.log(`${HISTORY_FILE}: ${release.version} of ${release.date} recorded: ${summary}`);
  } catch (error) {
    if (error instanceof CatalogError)
      return fail(['Nothing written. Fix these first:', ...error.problems.map(formatProblem)]);
    const isUsageError = error instanceof RecordError || (error instanceof TypeError && 'code' in error);
    if (!isUsageError) throw error;
    fail([
      'Nothing written:',
      error.message,
      'usage: npm run data:record -- --why-en "…" --why-zh "…" [--version 1.1.0] [--date 2026-12-01]',
    ]);
  }
}

function compare([file]: string[]) {
  if (!file) return fail(['usage: npm run data:compare -- LIST.csv']);
  try {
    const { missing, differs, gone } = compareList(
      readCatalog('.', { draft: true }).entries,
      parseList(fs.readFileSync(file)),
    );
    for (const { code, platform, zh, errmsg } of missing) console.log(`missing  ${code} ${platform}: ${zh || errmsg}`);
    for (const { listed, entry } of differs)
      console.log(`differs  ${listed.code} ${listed.platform}: ${listed.zh || listed.errmsg} | ours: ${entry.zh}`);
    for (const { id, zh } of gone) console.log(`gone     ${id}: ${zh}`);
    console.log(`${missing.length} missing, ${differs.length} with another text, ${gone.length} gone`);
  } catch (error) {
    fail([`${file}: ${(error as Error).message}`]);
  }
}

const commands: Record<string, (args: string[]) => void> = { check, format, record: recordChanges, compare };
const command = commands[process.argv[2] ?? ''];
if (command) command(process.argv.slice(3));
else fail([`usage: node src/catalog/cli.ts ${Object.keys(commands).join('|')}`]);
