/** Groups codes into ranges of numbers, for the sections of the whole table and the list of ranges on the home page. */
import { type CodeGroup, countCodes, onPlatform } from '../catalog/index.ts';
import { familyOf } from '../lookup/families.ts';

export type NumberRange = {
  /** The anchor of its section in the whole table, such as `40xxx`. */
  id: string;
  /** What readers see: `40xxx`, or the codes themselves where they are few. */
  label: string;
  groups: CodeGroup[];
};

/** What the codes of a range have in common. */
export type RangeFacts = {
  /** The usual meaning of such numbers, if that is known. */
  means: { en: string; zh: string } | undefined;
  /** The topic that most of them belong to, if there is one. */
  topic: string | undefined;
  /** Slugs of the platforms that have the most of them, the largest first. */
  platforms: string[];
};

/** A range with fewer codes joins the other numbers of its length. */
const FEW = 5;
/** A statement about a range is true for this share of its codes. */
const MOST = 0.6;
const MAX_PLATFORMS = 3;

/** How many leading digits numbers of a length share in one range: the longer a number, the more of it is a product. */
const leadOf = (length: number) => (length === 5 ? 2 : length === 6 ? 1 : length === 7 ? 3 : 4);

/**
 * Returns the range of a code.
 * @example ['-1', '40001', '301002', '9002010', '-41001', 'SIGN_ERROR'].map(rangeId)
 *   // → ['general', '40xxx', '3xxxxx', '900xxxx', 'negative', 'names']
 */
export function rangeId(code: string): string {
  if (code === '-1' || code === '0') return 'general';
  if (!/^-?\d+$/.test(code)) return 'names';
  if (code.startsWith('-')) return 'negative';
  if (code.length < 5) return 'short';
  const lead = leadOf(code.length);
  return code.slice(0, lead) + 'x'.repeat(code.length - lead);
}

/** The order of the ranges: general codes, numbers by value, negative numbers, names. */
function rank(id: string): number {
  const special = ['general', 'short'].indexOf(id);
  if (special >= 0) return special - 2;
  if (id === 'negative') return Number.MAX_SAFE_INTEGER - 1;
  if (id === 'names') return Number.MAX_SAFE_INTEGER;
  return Number(id.replaceAll('x', '0'));
}

const labels: Record<string, string> = { general: '-1, 0', short: '1–9999', negative: '-x', names: 'A–Z' };

/** Returns the ranges in the order of the whole table. Codes keep the order of `groups`. */
export function numberRanges(groups: readonly CodeGroup[]): NumberRange[] {
  const sizes = new Map<string, number>();
  for (const { code } of groups) sizes.set(rangeId(code), (sizes.get(rangeId(code)) ?? 0) + 1);
  // The first digit is kept: 96xxx and 9604xxxx are far apart.
  const joined = (id: string) =>
    (sizes.get(id) ?? 0) < FEW && /^\d/.test(id) ? id.slice(0, 1) + 'x'.repeat(id.length - 1) : id;
  const ranges = new Map<string, NumberRange>();
  for (const group of groups) {
    const id = joined(rangeId(group.code));
    const range = ranges.get(id);
    if (range) range.groups.push(group);
    else ranges.set(id, { id, label: labels[id] ?? id, groups: [group] });
  }
  return [...ranges.values()].sort((a, b) => rank(a.id) - rank(b.id));
}

/** Returns what most of the codes of a range have in common, from the catalog. */
export function rangeFacts({ groups }: Pick<NumberRange, 'groups'>): RangeFacts {
  const most = MOST * groups.length;
  const entries = groups.flatMap((group) => group.entries);
  const families = groups.map(({ code }) => familyOf(code));
  const means = families.find((family) => family && families.filter((each) => each === family).length >= most);
  const topics = [...new Set(entries.map(({ topic }) => topic))];
  const topic = topics.find((slug) => countCodes(entries.filter((entry) => entry.topic === slug)) >= most);
  const counted = [...new Set(entries.flatMap(({ platforms }) => platforms))]
    .map((slug) => ({ slug, codes: countCodes(onPlatform(entries, slug)) }))
    .sort((a, b) => b.codes - a.codes);
  const [largest] = counted;
  const platforms = counted.filter(({ codes }) => codes >= (largest?.codes ?? 0) / 4).map(({ slug }) => slug);
  return { means, topic, platforms: platforms.slice(0, MAX_PLATFORMS) };
}

/**
 * Returns the class that tells the browser about how high a section of so many rows is, before it is laid out: the
 * content policy allows no style attributes. `styles/table.css` has the classes `rows-0` to `rows-11`.
 * @example rowsClass(100) // → 'rows-7', for up to 128 rows
 */
export const rowsClass = (rows: number): string => `rows-${Math.min(11, Math.ceil(Math.log2(Math.max(1, rows))))}`;
