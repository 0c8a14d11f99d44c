/**
 * Maps words of the catalog to words that people type instead. Both are indexed, so that a search for either finds the
 * entry. Only for meanings that hold on every platform.
 */
const SYNONYMS: readonly (readonly [word: string, also: string])[] = [
  // From the earlier table and machine translations.
  ['whitelist', 'white list allowlist'],
  ['blacklist', 'black list blocklist'],
  ['uppercase', 'capital'],
  ['confidential', 'secret'],
  ['store', 'venue shop'],
  ['voice', 'audio'],
  ['follower', 'subscriber fan'],
  ['contacts', 'address book'],
  ['filing', 'registration'],
  ['campaign', 'lottery'],
  ['inventory', 'stock'],
  ['clock-in', 'attendance'],
  ['deprecated', 'abandoned'],
  ['banned', 'blocked forbidden'],
  ['unpublish', 'withdraw'],
  ['mobile', 'phone'],
  ['landline', 'phone'],
  ['modify', 'edit change'],
  ['modified', 'edited changed'],
  ['exceeds', 'over too many'],
  ['invalid', 'illegal wrong'],
  ['media asset', 'material'],
  ['asset', 'material'],
  ['success', 'ok'],
  ['succeeded', 'successful success'],
  ['at most', 'maximum'],
  ['60s', '60 sixty seconds'],
  ['rate', 'frequency'],
  ['too frequently', 'rate limit'],
  ['jssdk', 'jsapi sdk'],
  ['关闭', 'close closing'],
  ['封禁', 'close closed'],
  ['开启', 'open'],
  // Chinese words for the same thing.
  ['超时', '过期 失效'],
  ['过期', '超时 失效'],
  ['失效', '过期'],
  ['不合法', '无效 非法 错误'],
  ['无效', '不合法 失效'],
  ['非法', '不合法'],
  ['access_token', '令牌 凭证'],
  ['refresh_token', '令牌'],
  ['封禁', '禁用'],
  ['核销', '使用'],
  ['不存在', '找不到'],
  ['找不到', '不存在'],
  ['频率', '频繁 限流'],
  ['太频繁', '频率 限流'],
  ['频率', '次数'],
];

/**
 * Returns the extra words a text is indexed under.
 * @example synonymsOf('The IP is not in the whitelist.') // → 'white list allowlist'
 */
export function synonymsOf(text: string): string {
  const lower = text.toLowerCase();
  return SYNONYMS.flatMap(([word, also]) => (lower.includes(word) ? [also] : [])).join(' ');
}
