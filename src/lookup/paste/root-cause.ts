/** Finds the code in a log that explains the others. The rules are data; each has a reason. */

export type RootCause = {
  code: string;
  /** The codes of the text it explains. */
  explains: string[];
  why: { en: string; zh: string };
};

type Rule = { cause: RegExp /** Pattern of the cause's message. */; says?: RegExp; why: RootCause['why'] };

/** A call that uses a token fails with one of these when there is no valid token. */
const TOKEN_FAILED = /^(?:40001|40014|41001|42001|42009|42007|61004|61023)$/;

const noToken = (en: string, zh: string) => ({
  en: `${en} No new token can be fetched, so calls fail with an old or missing one.`,
  zh: `${zh}无法获取新的 access_token，其他调用因而使用了失效或缺失的凭证。`,
});

/** In the order in which a request for a token is checked. */
const RULES: readonly Rule[] = [
  { cause: /^40164$/, why: noToken('The server’s IP is not in the whitelist.', '服务器 IP 不在白名单中，') },
  {
    cause: /^60020$/,
    why: noToken('The server’s IP is not among the app’s trusted IPs.', '服务器 IP 不在应用的可信 IP 中，'),
  },
  {
    cause: /^4(?:0013|1002)$/,
    why: noToken('The AppID or CorpID is wrong or missing.', 'AppID 或 CorpID 错误或缺失，'),
  },
  { cause: /^4(?:0125|1004)$/, why: noToken('The AppSecret is wrong or missing.', 'AppSecret 错误或缺失，') },
  { cause: /^40001$/, says: /secret/i, why: noToken('The secret is wrong.', '密钥错误，') },
  {
    cause: /^89503$/,
    why: noToken('The call’s IP waits for the administrator’s approval.', '调用 IP 等待管理员确认，'),
  },
  { cause: /^61006$/, why: noToken('The component ticket is not valid.', 'component_verify_ticket 无效，') },
];

/** A code of the text, with the message beside it and the platforms it comes from. */
type Occurrence = { code: string; quoted: string; platforms: readonly string[] };

/** Whether two codes may belong together: no evidence shows different platforms. */
const together = (a: Occurrence, b: Occurrence) =>
  !a.platforms.length || !b.platforms.length || a.platforms.some((slug) => b.platforms.includes(slug));

/**
 * Returns the root cause; undefined unless a rule has it and the text has a code that it explains.
 * @example rootCause([{ code: '40001', … }, { code: '40164', … }])?.code // → '40164'
 */
export function rootCause(occurrences: readonly Occurrence[]): RootCause | undefined {
  for (const { cause, says, why } of RULES) {
    const causing = occurrences.find(({ code, quoted }) => cause.test(code) && (!says || says.test(quoted)));
    if (!causing) continue;
    const explained = occurrences.filter(
      (other) => other.code !== causing.code && TOKEN_FAILED.test(other.code) && together(causing, other),
    );
    const explains = [...new Set(explained.map(({ code }) => code))];
    if (explains.length) return { code: causing.code, explains, why };
  }
  return undefined;
}
