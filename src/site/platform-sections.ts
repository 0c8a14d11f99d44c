/** Divides the entries of a platform's page into sections. */
import { COMMON, type Entry, isCommonList } from '../catalog/index.ts';

/**
 * Returns the anchor of the section that has an entry on a platform's page: its topic, or one of three others.
 * @example sectionOf({ ...entry, status: 'historic' }, 'wecom') // → 'older'
 */
export function sectionOf(entry: Pick<Entry, 'platforms' | 'status' | 'topic'>, slug: string): string {
  if (entry.status !== 'active') return 'older';
  if (entry.platforms.includes(COMMON) && slug !== COMMON) return 'general';
  return isCommonList(entry) ? 'common-list' : entry.topic;
}
