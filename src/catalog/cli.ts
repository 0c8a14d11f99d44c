/** `npm run data:check` and `npm run data:format`. Both exit with 1 and name every problem when the data cannot be used. */
import fs from 'node:fs';
import { CODES_FILE, formatCodes, parseCodes } from './csv.ts';
import { formatProblem } from './problem.ts';
import { inspectCatalog } from './read.ts';

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

const commands: Record<string, () => void> = { check, format };
const command = commands[process.argv[2] ?? ''];
if (command) command();
else fail(['usage: node src/catalog/cli.ts check|format']);
