/**
 * Words that two neighbouring words of a text happen to form. The look-up compares pairs of characters, so that any
 * fragment is found; only here, in the build, a segmenter tells which pairs are words.
 */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN_WORD = /^[\u3400-\u9fff]{2,}$/;
/** Nobody searches for 有一 or 可进. */
const FUNCTION_WORD = /[一有可能多是以要过次不了的在]/;
const segments = (text: string) => [...segmenter.segment(text)];

/**
 * Returns the two-character words that only cross a word border in a text.
 * @example crossingWords('不合法的标签名字') // → ['签名']
 */
export function crossingWords(text: string): string[] {
  const words = segments(text);
  const joints = words.flatMap(({ segment }, i) => {
    const before = words[i - 1]?.segment ?? '';
    // 不 and 的 join with anything: only two whole words make a third by chance.
    return HAN_WORD.test(before) && HAN_WORD.test(segment) ? [`${before.at(-1)}${segment[0]}`] : [];
  });
  const isInside = (pair: string) => words.some(({ segment }) => segment.includes(pair));
  return [...new Set(joints)].filter(
    (pair) => segments(pair).length === 1 && !FUNCTION_WORD.test(pair) && !isInside(pair),
  );
}
