/** Maps traditional characters to simplified ones. For the build and tests, not for the browser. */
import { Converter } from 'opencc-js/cn2t';
import { isHan, type Variants } from '../../lookup/search/normalise.ts';

/**
 * Returns traditional (Taiwan, Hong Kong and general) forms → simplified, for characters of `texts` that differ.
 * @param texts all Chinese texts of the catalog
 * @example variantsOf(['错误']) // → Map { '錯' → '错', '誤' → '误' }
 */
export function variantsOf(texts: Iterable<string>): Variants {
  const simplified = new Set([...texts].flatMap((text) => [...text].filter(isHan)));
  const variants = new Map<string, string>();
  for (const to of ['t', 'tw', 'hk'] as const) {
    const convert = Converter({ from: 'cn', to });
    for (const char of simplified) {
      const traditional = convert(char);
      // A form that is also a simplified character of the catalog is not mapped: 后 is a separate word.
      if (traditional !== char && !simplified.has(traditional)) variants.set(traditional, char);
    }
  }
  return new Map([...variants].sort(([a], [b]) => (a < b ? -1 : 1)));
}
