/** The part of a search that is in the URL, so that a reload, a bookmark and the Back button restore it. */
import { isQuery } from '../../lookup/query.ts';

export type SearchState = { query: string; platform: string | undefined };

/** Ours, and those of older links and other tools. */
const QUERY_PARAMETERS = ['q', 'e', 'errcode'];
const PLATFORM_PARAMETER = 'p';

/** @example readSearchUrl('https://example.org/search/?e=60020') // → { query: '60020', platform: undefined } */
export function readSearchUrl(url: string): SearchState {
  const { searchParams } = new URL(url);
  const query = QUERY_PARAMETERS.map((name) => searchParams.get(name)).find((value) => value !== null) ?? '';
  return { query, platform: searchParams.get(PLATFORM_PARAMETER) ?? undefined };
}

/**
 * Returns the URL with another search in it; the rest of the URL stays. Only a short query is written: a pasted text must
 * not be sent to a server or stored in the history.
 * @example searchUrl('https://example.org/?e=1#top', { query: 'token', platform: 'wecom' })
 *   // → 'https://example.org/?q=token&p=wecom#top'
 */
export function searchUrl(url: string, { query, platform }: SearchState): string {
  const changed = new URL(url);
  for (const name of [...QUERY_PARAMETERS, PLATFORM_PARAMETER]) changed.searchParams.delete(name);
  if (query.trim() && isQuery(query)) changed.searchParams.set('q', query);
  if (platform) changed.searchParams.set(PLATFORM_PARAMETER, platform);
  return changed.href;
}
