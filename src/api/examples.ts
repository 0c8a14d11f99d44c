/**
 * The code examples on the API page. A test runs them as the page shows them.
 * Each is short, complete and without dependencies: it can be saved to a file and run.
 */
import { FILES } from '../site/urls.ts';

export const TASKS = ['one', 'unknown', 'platform', 'search'] as const;
export type Task = (typeof TASKS)[number];

export const TOOLS = ['curl', 'typescript', 'python'] as const;
export type Tool = (typeof TOOLS)[number];
export const TOOL_NAMES: Record<Tool, string> = { curl: 'curl', typescript: 'TypeScript', python: 'Python' };

/** The values the examples query; `unknown` is not in the catalog. */
export const QUERIED = { code: '40001', platform: 'open-platform', words: 'access_token', unknown: '12345' } as const;
const { code, platform, words, unknown } = QUERIED;

const ENTRY =
  'type Entry = { code: string; platforms: string[]; en: string; zh: string; errmsg: string; url: string };';

/**
 * Returns every example, by task and tool.
 * @param base absolute URL of the site, without a trailing slash
 * @example apiExamples('https://example.org').one.curl // → '# to read\ncurl -sS --fail https://example.org/codes/40001.md\n\n…'
 */
export const apiExamples = (base: string): Record<Task, Record<Tool, string>> => ({
  one: {
    curl: `# to read
curl -sS --fail ${base}/${FILES.markdown(code)}

# for a program
curl -sS --fail ${base}/${FILES.code(code)}`,

    typescript: `${ENTRY}
const site = '${base}';

const response = await fetch(\`\${site}/${FILES.code(code)}\`);
if (!response.ok) throw new Error(\`HTTP \${response.status}\`);

const { entries } = (await response.json()) as { entries: Entry[] };
for (const { platforms, en, zh } of entries) console.log(platforms.join(', '), en, zh);`,

    python: `import json
from urllib.request import urlopen

site = "${base}"

with urlopen(f"{site}/${FILES.code(code)}") as response:
    entries = json.load(response)["entries"]

for entry in entries:
    print(", ".join(entry["platforms"]), entry["en"], entry["zh"])`,
  },

  unknown: {
    curl: `site=${base}
code=${unknown}

case $(curl -sS -o /dev/null -w '%{http_code}' $site/${FILES.code('$code')}) in
  200) echo "$code is in the list" ;;
  404) echo "$code is not in the list" ;;
  *) echo "no answer, try again later" >&2; exit 1 ;;
esac`,

    typescript: `${ENTRY}
const site = '${base}';

async function meanings(code: string): Promise<Entry[] | undefined> {
  const response = await fetch(\`\${site}/${FILES.code(`\${encodeURIComponent(code)}`)}\`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(\`HTTP \${response.status}\`);
  return ((await response.json()) as { entries: Entry[] }).entries;
}

const found = await meanings('${unknown}');
console.log(found ? \`${unknown}: \${found.length}\` : '${unknown} is not in the list');`,

    python: `import json
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

site = "${base}"

def meanings(code):
    try:
        with urlopen(f"{site}/${FILES.code('{quote(code)}')}") as response:
            return json.load(response)["entries"]
    except HTTPError as error:
        if error.code == 404:
            return None
        raise

found = meanings("${unknown}")
print(f"${unknown}: {len(found)}" if found else "${unknown} is not in the list")`,
  },

  platform: {
    curl: `# The CSV has one line for each meaning: code,platforms,…
curl -sS --fail ${base}/${FILES.csv} |
  grep '^${code},[a-z -]*${platform}'`,

    typescript: `${ENTRY}
const site = '${base}';

const response = await fetch(\`\${site}/${FILES.code(code)}\`);
if (!response.ok) throw new Error(\`HTTP \${response.status}\`);

const { entries } = (await response.json()) as { entries: Entry[] };
const entry = entries.find(({ platforms }) => platforms.includes('${platform}'));
console.log(entry ? \`\${entry.en} \${entry.url}\` : 'no meaning on this platform');`,

    python: `import json
from urllib.request import urlopen

site = "${base}"

with urlopen(f"{site}/${FILES.code(code)}") as response:
    entries = json.load(response)["entries"]

entry = next((each for each in entries if "${platform}" in each["platforms"]), None)
print(f'{entry["en"]} {entry["url"]}' if entry else "no meaning on this platform")`,
  },

  search: {
    curl: `curl -sS --fail -o codes.csv ${base}/${FILES.csv}
grep -i '${words}' codes.csv`,

    typescript: `${ENTRY}
const site = '${base}';

const response = await fetch(\`\${site}/${FILES.codes}\`);
if (!response.ok) throw new Error(\`HTTP \${response.status}\`);
const { codes } = (await response.json()) as { codes: Entry[] };

function search(words: string): Entry[] {
  const wanted = words.toLowerCase();
  return codes.filter(({ en, zh, errmsg }) => \`\${en} \${zh} \${errmsg}\`.toLowerCase().includes(wanted));
}

for (const { code, platforms, en } of search('${words}')) console.log(code, platforms[0], en);`,

    python: `import json
from urllib.request import urlopen

site = "${base}"

with urlopen(f"{site}/${FILES.codes}") as response:
    codes = json.load(response)["codes"]

def search(words):
    wanted = words.lower()
    return [
        entry for entry in codes
        if wanted in " ".join([entry["en"], entry["zh"], entry["errmsg"]]).lower()
    ]

for entry in search("${words}"):
    print(entry["code"], entry["platforms"][0], entry["en"])`,
  },
});
