/**
 * Cleans pasted text for pattern matching: removes invisible characters and terminal colours, replaces look-alikes by
 * the plain character, and maps every remaining character to its position in the original.
 */

type Clean = { text: string /** Index in the original of each character of `text`. */; offsets: Uint32Array };

/** Terminal colours; zero-width characters, joiners and byte order marks. */
const INVISIBLE = '\\u001b\\[[0-9;]*[A-Za-z]|[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]';

const LOOKALIKES = new Map<string, string>([
  ...[...'−–—－‐‑‒'].map((char) => [char, '-'] as const),
  ...[...'“”„«»「」『』'].map((char) => [char, '"'] as const),
  ...[...'‘’‚'].map((char) => [char, "'"] as const),
  ['＝', '='],
  ['\u00A0', ' '],
  ['\u3000', ' '],
  ['\u202F', ' '],
  ['錯', '错'],
  ['誤', '误'],
  ['碼', '码'],
  ['號', '号'],
  ['報', '报'],
]);

/** Characters to replace. Full-width forms have a fixed offset from ASCII. */
const SPECIAL = new RegExp(`${INVISIBLE}|[${[...LOOKALIKES.keys()].join('')}\\uff01-\\uff5e]`, 'g');

const plainOf = (special: string) => {
  const unit = special.charCodeAt(0);
  return LOOKALIKES.get(special) ?? (unit > 0xff00 && unit < 0xff5f ? String.fromCharCode(unit - 0xfee0) : '');
};

/** Returns the cleaned text. @example clean('\uFEFFｅｒｒcode：\u001b[31m４０００１').text // → 'errcode:40001' */
export function clean(original: string): Clean {
  const offsets = new Uint32Array(original.length);
  let text = '';
  let from = 0;
  const keep = (piece: string, at: number) => {
    for (let i = 0; i < piece.length; i++) offsets[text.length + i] = at + i;
    text += piece;
  };
  for (const match of original.matchAll(SPECIAL)) {
    keep(original.slice(from, match.index), from);
    keep(plainOf(match[0]), match.index);
    from = match.index + match[0].length;
  }
  keep(original.slice(from), from);
  return { text, offsets: offsets.slice(0, text.length) };
}
