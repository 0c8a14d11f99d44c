/** Which platform a pasted text comes from, and the words that show it. Nothing is guessed: no sign, no platform. */

export type PlatformHint = {
  /** Slugs; more than one when the sign fits several. */
  platforms: string[];
  /** The words of the text that show it. */
  because: string;
};

/** In order: what is more particular comes first. */
const SIGNS: readonly (readonly [platforms: string[], sign: RegExp])[] = [
  [
    ['wecom'],
    /qyapi\.weixin\.qq\.com|(?:open|developer)?\.?work\.weixin\.qq\.com|\bcorp_?(?:id|secret)\b|\bsuite_\w+|\bsuite(?:id|secret|ticket|token)\b|\bww[0-9a-f]{16}\b|企业微信|企微|企业号|\bwecom\b|\bwework\b|\bwxwork\b|\bqyweixin\b|\bwork ?wechat\b|\bwechat ?work\b/i,
  ],
  [
    ['open-platform'],
    /\bcomponent_\w+|\bauthorizer_\w+|api_component_token|第三方平台|开放平台|open\.weixin\.qq\.com/i,
  ],
  [
    ['mini-program'],
    /jscode2session|\bwx\.cloud\b|cloud\.(?:callFunction|database|openapi)|小程序|\bmini[ -]?programs?\b|\bweapp\b|\bwxa(?:code)?\/|getwxacode\w*|subscribeMessage|\bwx\.(?:login|request)\b|js_code\b/i,
  ],
  [
    ['official-account'],
    /公众号|公众帐号|服务号|订阅号|mp\.weixin\.qq\.com|official ?account|cgi-bin\/(?:menu|media|material|message|user|tags|draft|freepublish|template|qrcode|groups|customservice|ticket|shorturl|poi)\b/i,
  ],
];

/**
 * @example platformHint('POST https://qyapi.weixin.qq.com/cgi-bin/message/send … 60011')
 *   // → { platforms: ['wecom'], because: 'qyapi.weixin.qq.com' }
 */
export function platformHint(text: string): PlatformHint | undefined {
  for (const [platforms, sign] of SIGNS) {
    const found = sign.exec(text);
    if (found) return { platforms: [...platforms], because: found[0].slice(0, 40) };
  }
  // Both answer at this host with this tail: more cannot be said.
  const host = /api\.weixin\.qq\.com/i.exec(text);
  return host && /\brid\b/i.test(text)
    ? { platforms: ['official-account', 'mini-program'], because: host[0] }
    : undefined;
}

/** Any sign that the text has to do with WeChat at all. */
const WECHAT =
  /weixin|wechat|微信|公众号|小程序|企微|\bwx[0-9a-f]{16}\b|\bww[0-9a-f]{16}\b|jscode2session|access_token|\bopenid\b|\brid: ?[0-9a-f]{8}|\bhints?: ?\[|errmsg|app_?secret|\bappid\b|clientip|media_?id|template_?id|js_code|code been used|risky content|mmbizurl|\bwecom\b|corpid|component_|EasyWeChat|WxJava|wechatpy|WxError|wx\.cloud|cloud function|-50\d{4}/i;

export const mentionsWechat = (text: string): boolean => WECHAT.test(text);

/** Bodies of the same shape from other vendors. */
const VENDORS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['DingTalk 钉钉', /dingtalk|钉钉|dingding/i],
  ['Youzan 有赞', /youzan|有赞|gw_err_resp/i],
  ['Alipay 支付宝', /alipay|支付宝|"sub_code"|\bACQ\.[A-Z]|\bisv\.[a-z]/i],
  ['Feishu 飞书', /feishu|larksuite|飞书/i],
  ['Baidu 百度', /baidubce|aip\.baidu|百度/i],
  ['Weibo 微博', /api\.weibo|微博/i],
];
/** Hosts and names that only WeChat has: they outweigh a vendor named in passing. */
const SURELY_WECHAT = /weixin\.qq\.com|微信|wechat|weixin|公众号|小程序/i;

/**
 * Another vendor whose error this is.
 * @example otherVendor('https://oapi.dingtalk.com/gettoken {"errcode":40035}') // → 'DingTalk 钉钉'
 */
export function otherVendor(text: string): string | undefined {
  if (SURELY_WECHAT.test(text)) return undefined;
  const named = VENDORS.find(([, sign]) => sign.test(text))?.[0];
  if (named) return named;
  // DingTalk names the request beside the code; no WeChat API does.
  return /"errcode"\s*:/.test(text) && /"request_id"\s*:/.test(text) ? VENDORS[0]?.[0] : undefined;
}
