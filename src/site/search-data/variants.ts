/** Which traditional characters stand for the simplified ones of the catalog. For the build and tests: not for the browser. */
import { Converter } from 'opencc-js/cn2t';
import { isHan, type Variants } from '../../lookup/search/normalise.ts';

/**
 * @param texts everything the catalog says in Chinese
 * @returns traditional (Taiwan, Hong Kong and general forms) → simplified, for characters of `texts` that differ
 * @example variantsOf(['错误']) // → Map { '錯' → '错', '誤' → '误' }
 */
export function variantsOf(texts: Iterable<string>): Variants {
  const simplified = new Set([...texts].flatMap((text) => [...text].filter(isHan)));
  const variants = new Map<string, string>();
  for (const to of ['t', 'tw', 'hk'] as const) {
    const convert = Converter({ from: 'cn', to });
    for (const char of simplified) {
      const traditional = convert(char);
      // A form that is itself simplified Chinese of the catalog must stay as it is (后 is a word of its own).
      if (traditional !== char && !simplified.has(traditional)) variants.set(traditional, char);
    }
  }
  return new Map([...variants].sort(([a], [b]) => (a < b ? -1 : 1)));
}
