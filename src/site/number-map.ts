/** Groups codes into the rows of the number map, by their leading digits. */
import type { CodeGroup } from '../catalog/index.ts';

export type MapRow = { label: string; groups: CodeGroup[] };

/**
 * Returns the label of a code's row: its first two digits, then x; for 900xxxx codes four digits, the fourth of which
 * is the product.
 * @example ['-1', '40001', '301002', '9002010'].map(rowLabel) // → ['-1, 0', '40xxx', '30xxxx', '9002xxx']
 */
export function rowLabel(code: string): string {
  if (!/^\d{3,}$/.test(code)) return /^-?\d+$/.test(code) ? '-1, 0' : 'A–Z';
  const lead = code.length >= 7 ? 4 : 2;
  return code.slice(0, lead) + 'x'.repeat(code.length - lead);
}

/** Returns the rows. Rows and their codes keep the order of `groups`. */
export function numberMap(groups: readonly CodeGroup[]): MapRow[] {
  const rows = new Map<string, MapRow>();
  for (const group of groups) {
    const label = rowLabel(group.code);
    const row = rows.get(label);
    if (row) row.groups.push(group);
    else rows.set(label, { label, groups: [group] });
  }
  return [...rows.values()];
}
