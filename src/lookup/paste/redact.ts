/** Redacts a pasted error for a public ticket: readable marks replace secrets and ids. */

const SEPARATOR = '["\'\\s:=>\\\\]{1,8}|%22%3A%22|%3D|&quot;:&quot;';
const named = (names: string, mark: string, value = '[^\\s"\'&,;}\\])<>\\\\%]{3,512}'): [RegExp, string] => [
  new RegExp(`((?<![A-Za-z])(?:${names})(?:${SEPARATOR}))(${value})`, 'gi'),
  `$1[${mark}]`,
];

const RULES: readonly (readonly [RegExp, string])[] = [
  [/\bhints?(\s*[:=]?\s*)\[[^\]]{0,200}\]?/gi, 'hint$1[HINT]'],
  named('(?:component_|authorizer_|suite_|provider_)?(?:access_|refresh_)?token', 'TOKEN'),
  named('(?:app|corp|suite|component_app|provider_)?_?secret', 'SECRET'),
  named('EncodingAESKey|aes_?key|session_key|api_?key|private_key|password|passwd|pwd', 'KEY'),
  named('(?:jsapi_|suite_|component_verify_|login_)?ticket|pre_auth_code|auth_code|js_code|permanent_code', 'CODE'),
  named('open_?id|touser|fromuser(?:name)?|tousername', 'OPENID'),
  named('union_?id', 'UNIONID'),
  named('(?:external_)?user_?id', 'USERID'),
  named('(?:component_|authorizer_)?app_?id|corp_?id|mch_?id', 'APPID'),
  named('rid|req_?(?:uest)?_?id|trace_?id', 'RID', '[\\w.@-]{4,80}(?: ?- ?[0-9a-f]{2,12})*'),
  [/\b(?:Bearer|Basic)\s+[\w.~+/=-]{8,}/g, '[TOKEN]'],
  [/(?:::ffff:)?\b\d{1,3}(?:\.\d{1,3}){3}\b/gi, '[IP]'],
  [/\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b/gi, '[IP]'],
  [/(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)/g, '[PHONE]'],
  [/\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b/g, '[EMAIL]'],
  [/\bwx[0-9a-f]{16}\b|\bww[0-9a-f]{16}\b/gi, '[APPID]'],
  [/\bo[A-Za-z0-9_-]{27}\b/g, '[OPENID]'],
];

/**
 * @example redact('…?access_token=68_abc errmsg "invalid ip 203.0.113.7 rid: 6253a5b1-0b7c"')
 *   // → '…?access_token=[TOKEN] errmsg "invalid ip [IP] rid: [RID]"'
 */
export function redact(text: string): string {
  return RULES.reduce((safe, [pattern, mark]) => safe.replace(pattern, mark), text);
}
