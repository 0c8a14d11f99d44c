/**
 * Makes pasted text readable for patterns without losing where things stand: invisible characters and terminal colours
 * are left out, look-alikes become the plain character, and every remaining character knows its place in the original.
 */

export type Clean = { text: string /** Index in the original of each character of `text`. */; offsets: Uint32Array };

/** Terminal colours; zero-width characters, joiners and byte order marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with a control character
const INVISIBLE = /\u001b\[[0-9;]*[A-Za-z]|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/y;

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

/**
 * @example clean('\uFEFFｅｒｒcode：\u001b[31m４０００１').text // → 'errcode:40001'
 */
export function clean(original: string): Clean {
  const offsets = new Uint32Array(original.length);
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; i < original.length; ) {
    const unit = original.charCodeAt(i);
    // Most characters are plain: nothing to look up.
    if (unit !== 0x1b && unit !== 0xad && unit < 0x2000 && unit !== 0xa0 && unit !== 0xab && unit !== 0xbb) {
      parts.push(original[i] ?? '');
      offsets[length++] = i++;
      continue;
    }
    INVISIBLE.lastIndex = i;
    const hidden = INVISIBLE.exec(original);
    if (hidden) {
      i += hidden[0].length;
      continue;
    }
    const char = original[i] ?? '';
    // Full-width forms of ASCII stand at a fixed distance from it.
    const plain = LOOKALIKES.get(char) ?? (unit > 0xff00 && unit < 0xff5f ? String.fromCharCode(unit - 0xfee0) : char);
    parts.push(plain);
    offsets[length++] = i++;
  }
  return { text: parts.join(''), offsets: offsets.slice(0, length) };
}
