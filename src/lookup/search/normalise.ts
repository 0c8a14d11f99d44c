/**
 * Makes texts comparable. Index, query and highlighting all use it, in the build, the tests and the browser, so that both
 * sides of a comparison are normalised alike and no engine's word segmenter is involved.
 */

/** Traditional character → simplified, for the characters the catalog uses. */
export type Variants = ReadonlyMap<string, string>;

const NO_VARIANTS: Variants = new Map();
const HAN = /[\u3400-\u9fff]/;

export const isHan = (text: string): boolean => HAN.test(text);

/**
 * Unifies width, case, traditional forms and two common spelling pairs (账/帐, 登陆/登录).
 * The result may differ in length from the input.
 * @example normalise('ＡｐｐＩＤ 錯誤', new Map([['錯', '错'], ['誤', '误']])) // → 'appid 错误'
 */
export function normalise(text: string, variants: Variants = NO_VARIANTS): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const simplified = variants.size ? plain.replace(/[\u3400-\u9fff]/g, (char) => variants.get(char) ?? char) : plain;
  return simplified.replace(/账/g, '帐').replace(/登陆/g, '登录');
}

/**
 * Reduces normalised text to letters, digits and Chinese characters, to be compared literally.
 * @example squeeze('access_token, 超时。') // → 'accesstoken超时'
 */
export const squeeze = (normalised: string): string => normalised.replace(/[^\u3400-\u9fffa-z0-9]+/g, '');

/**
 * Reduces normalised text to words between single spaces, to be compared as whole words.
 * @example spaced('access_token, 超时。') // → ' access token 超时 '
 */
export const spaced = (normalised: string): string => ` ${normalised.replace(/[^\u3400-\u9fffa-z0-9]+/g, ' ').trim()} `;

/** The squeezed form of each character seen so far: highlighting asks for the same few thousand again and again. */
const squeezedForms = new WeakMap<Variants, Map<string, string>>();

/**
 * Maps each character of `squeeze(normalise(text))` back to its place in `text`, so that a literal match can be marked in
 * the original. Works character by character, as NFKC may turn one into several.
 * @returns the squeezed text and, for each of its characters, the index in `text` of the character it came from
 */
export function squeezeWithOffsets(
  text: string,
  variants: Variants = NO_VARIANTS,
): { squeezed: string; offsets: number[] } {
  const forms = squeezedForms.get(variants) ?? new Map<string, string>();
  squeezedForms.set(variants, forms);
  let squeezed = '';
  const offsets: number[] = [];
  let index = 0;
  for (const char of text) {
    const part = forms.get(char) ?? squeeze(normalise(char, variants));
    forms.set(char, part);
    squeezed += part;
    for (let i = 0; i < part.length; i++) offsets.push(index);
    index += char.length;
  }
  return { squeezed, offsets };
}
