/** The map of the number space: codes in rows by their leading digits. */
import type { CodeGroup } from '../catalog/index.ts';

export type MapRow = { label: string; groups: CodeGroup[] };

/**
 * The row a code belongs to: its first two digits and as many x as remain; four digits for the 900xxxx codes, whose fourth is the product.
 * @example ['-1', '40001', '301002', '9002010'].map(rowLabel) // → ['-1, 0', '40xxx', '30xxxx', '9002xxx']
 */
export function rowLabel(code: string): string {
  if (!/^\d{3,}$/.test(code)) return /^-?\d+$/.test(code) ? '-1, 0' : 'A–Z';
  const lead = code.length >= 7 ? 4 : 2;
  return code.slice(0, lead) + 'x'.repeat(code.length - lead);
}

/** Rows in the order of the groups. A row's codes keep their order too. */
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
