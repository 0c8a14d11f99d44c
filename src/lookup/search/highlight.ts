/** Decides which parts of a text are marked as matches. */
import { isHan, normalise, squeeze, squeezeWithOffsets, type Variants } from './normalise.ts';
import type { QueryToken } from './plan.ts';

export type Piece = { text: string; marked: boolean };

/**
 * Cuts a text into marked and unmarked pieces; joined they are the text. The whole query is marked where the text
 * contains it literally; otherwise the tokens that were looked for.
 * @example highlight('缺少access_token参数', 'Access Token', [], new Map())
 *   // → [{ text: '缺少', marked: false }, { text: 'access_token', marked: true }, { text: '参数', marked: false }]
 */
export function highlight(text: string, query: string, tokens: readonly QueryToken[], variants: Variants): Piece[] {
  const { squeezed, offsets } = squeezeWithOffsets(text, variants);
  const whole = squeeze(normalise(query, variants));
  const needles =
    whole.length > 0 && squeezed.includes(whole)
      ? [whole]
      : tokens.filter(({ weak }) => !weak).map(({ token }) => squeeze(token));
  const marked = new Uint8Array(text.length);
  for (const needle of needles) {
    if (!needle) continue;
    for (let at = squeezed.indexOf(needle); at >= 0; at = squeezed.indexOf(needle, at + 1)) {
      const start = offsets[at] ?? 0;
      // Few letters are marked at the start of a word only: not “in” in “string”.
      if (needle.length < 4 && !isHan(needle) && /[a-z0-9]/i.test(text[start - 1] ?? '')) continue;
      const last = offsets[at + needle.length - 1] ?? start;
      marked.fill(1, start, last + 1);
    }
  }
  // access and token become one mark: access_token.
  for (let i = 1; i < text.length - 1; i++) if (text[i] === '_' && marked[i - 1] && marked[i + 1]) marked[i] = 1;
  const pieces: Piece[] = [];
  for (let i = 0; i < text.length; i++) {
    const last = pieces.at(-1);
    if (last && last.marked === (marked[i] === 1)) last.text += text[i];
    else pieces.push({ text: text[i] ?? '', marked: marked[i] === 1 });
  }
  return pieces;
}
