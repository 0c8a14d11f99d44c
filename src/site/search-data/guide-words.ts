import type { Entry } from '../../catalog/index.ts';
import { normalise } from '../../lookup/search/normalise.ts';
import { runs } from '../../lookup/search/tokens.ts';

/** Words that tell no guide from another. */
const COMMON = new Set(
  (
    'a after again all an and are as at be because before by can do does each first for from has have if in into is it ' +
    'its may must new no not of on one only or other probably same so some than that the then there they this to two ' +
    'was when where which who will with you your'
  ).split(' '),
);

/**
 * Returns what a search may find an entry by besides its own texts: the words of its guides that these lack, each once,
 * and names in SDKs as they are written.
 */
export function guideWords({ guides, en, zh, errmsg }: Entry): string {
  const texts = guides.flatMap(({ causes, fixes, check, userText }) => [
    ...causes.flatMap(({ symptom, cause }) => [symptom, cause]),
    ...fixes,
    ...(check ? [check] : []),
    ...(userText ? [userText] : []),
  ]);
  const own = normalise(`${en} ${zh} ${errmsg}`);
  const words = texts.flatMap((text) => runs(normalise(`${text.en} ${text.zh}`)));
  const lacking = words.filter((word) => word.length > 1 && !COMMON.has(word) && !own.includes(word));
  return [...new Set([...lacking, ...guides.flatMap(({ sdk = [] }) => sdk)])].join(' ');
}
