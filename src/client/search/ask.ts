/** Asks both searches: the instant one, then full text for the words of the query. */
import type { Interpretation } from '../../lookup/interpret.ts';
import { interpretNumber } from '../../lookup/interpret-number.ts';
import { entriesOfNumber } from '../../lookup/pack.ts';
import { type Lookup, withFullText } from '../../lookup/search/lookup.ts';
import { type Instant, instant } from './instant.ts';

/** Longer than a pause between two keys, too short to notice. */
const FULL_TEXT_DELAY_MS = 60;

export type AskEvents = {
  /** Called once, or twice when full text changes the order. */
  onAnswer(interpretation: Interpretation, lookup: Lookup): void;
  /** Called with true while the answer is on its way or a full-text search may still change it. */
  onBusy(isBusy: boolean): void;
  /** The data could not be fetched. */
  onFailure(): void;
};

/** Fetches the rules for words and logs, which a number does not need. */
export const textReader = () => import('./text-reader.ts');

/**
 * Answers a text. A number needs the texts of its code alone, words and logs need all.
 * @param limit results that are shown
 * @param signal aborted when the text changes: no event is called after that
 */
export async function ask(
  text: string,
  limit: number,
  signal: AbortSignal,
  { onAnswer, onBusy, onFailure }: AskEvents,
): Promise<void> {
  onBusy(true);
  let lookup: Instant;
  let first: Interpretation;
  try {
    lookup = await instant();
    if (signal.aborted) return;
    await lookup.texts(entriesOfNumber(text, lookup.data, limit));
    if (signal.aborted) return;
    first = interpretNumber(text, lookup) ?? (await textReader()).interpret(text, lookup);
  } catch {
    if (!signal.aborted) onFailure();
    return;
  }
  if (signal.aborted) return;
  const { tokens, likely } = first.ranking;
  const isFinal = first.isFinal || !tokens.length;
  onBusy(!isFinal);
  onAnswer(first, lookup);
  if (isFinal) return;
  await new Promise((resolve) => setTimeout(resolve, FULL_TEXT_DELAY_MS));
  if (signal.aborted) return;
  try {
    const { fullTextSearch } = await textReader();
    const fullText = await fullTextSearch(tokens, lookup.data.entries.length);
    if (signal.aborted) return;
    const ranking = withFullText(first.ranking, fullText);
    if (ranking.likely.join() !== likely.join()) onAnswer({ ...first, ranking }, lookup);
  } catch (error) {
    console.info('Full-text search is not available here; the instant search answers alone.', error);
  } finally {
    if (!signal.aborted) onBusy(false);
  }
}
