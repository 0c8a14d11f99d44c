/**
 * The concept pages, in the order of the list: what several codes have in common, or errors that have no number. Their
 * texts are in `content/guides/`, one Markdown file per page and language.
 */
export type Concept = {
  slug: string;
  title: { en: string; zh: string };
  description: { en: string; zh: string };
  /** Codes whose pages link here. */
  codes: readonly string[];
  /** What people type when they mean it. A query that contains one shows the page; case, width and spaces do not count. */
  phrases: readonly string[];
};

const words = (text: string): string[] => text.split(' ');
const phrases = (text: string): string[] => text.split('; ');

export const CONCEPTS: readonly Concept[] = [
  {
    slug: 'which-platform',
    title: { en: 'Which platform am I on?', zh: '我在哪个平台？' },
    description: {
      en: 'How to tell from a host, a path, a token, an id or the text of the error which WeChat platform an errcode belongs to.',
      zh: '如何从域名、路径、token、ID 或报错文字判断一个 errcode 属于哪个微信平台。',
    },
    codes: [],
    phrases: phrases(
      'which platform; WxErrorException; what platform; what product; tell the platform; know the platform; 哪个平台; ' +
        '什么平台; 哪个产品; 怎么区分平台; 如何判断平台',
    ),
  },
  {
    slug: 'access-token',
    title: {
      en: 'How access_token lives, and why 40001 appears',
      zh: 'access_token 的生命周期，以及为什么会出现 40001',
    },
    description: {
      en: 'Why WeChat answers 40001, 40014, 41001 or 42001, why it happens only sometimes, and how to keep one valid access_token.',
      zh: '为什么接口返回 40001、40014、41001 或 42001，为什么时好时坏，以及如何始终只用一个有效的 access_token。',
    },
    codes: words('40001 40014 41001 42001'),
    phrases: phrases(
      'stable_token; stale token; token is stale; token stale; token cache; cache token; ' +
        'cache the token; cache access_token; refresh token in production; two servers; ' +
        'second server; several servers; multiple servers; token lifetime; token expires early; ' +
        'not latest; 多台服务器; 两台服务器; 重复获取; token 被覆盖; 互相覆盖; token 失效; 缓存 token; token 缓存; 中控服务器; 令牌失效; ' +
        '令牌过期; 提前失效; 偶尔失效; 时好时坏',
    ),
  },
  {
    slug: 'oauth-codes',
    title: { en: 'Login codes are used once: 40029 and 40163', zh: '登录 code 只能用一次：40029 与 40163' },
    description: {
      en: 'Why code2Session and web login answer 40029 or 40163, what differs between them, and how to exchange a WeChat code once.',
      zh: 'code2Session 和网页授权为什么返回 40029 或 40163，两者有何区别，以及如何只换取一次 code。',
    },
    codes: words('40029 40163 10003'),
    phrases: phrases(
      'js_code; code been used; code used; code twice; login code; oauth code; code2session; ' +
        'wx.login; redirect twice; callback twice; web authorization; code 被使用; code 只能用一次; 登录 code; ' +
        '网页授权 code; 重复使用 code; 回调两次; 回调执行两次',
    ),
  },
  {
    slug: 'third-party-tokens',
    title: { en: 'Tokens of third-party platforms and WeCom suites', zh: '第三方平台与企业微信套件的各种 token' },
    description: {
      en: 'Which token a third-party platform or a WeCom suite needs for which call, how long each lives, and what 61003 to 61023, 40082 to 40085 and 42009 mean.',
      zh: '第三方平台或企业微信套件的哪个调用用哪个 token，各自有效多久，61003 至 61023、40082 至 40085、42009 各说明什么。',
    },
    codes: words('61003 61004 61005 61006 61007 61011 61023 40082 40084 40085 41022 42009 48003'),
    phrases: phrases(
      'component_verify_ticket; component_access_token; authorizer_access_token; ' +
        'authorizer_refresh_token; api_start_push_ticket; suite_ticket; suite_access_token; ' +
        'provider_access_token; permanent_code; no ticket; ticket not pushed; 收不到 ticket; 推送 ticket; ' +
        'ticket 推送; 永久授权码; 第三方平台 token; 第三方平台令牌',
    ),
  },
  {
    slug: 'ip-lists',
    title: { en: 'Four IP lists: 40164, 61004, 60020 and 45035', zh: '四份 IP 名单：40164、61004、60020 与 45035' },
    description: {
      en: 'Which IP whitelist a WeChat or WeCom error speaks of, who can edit it, and where it is in the console.',
      zh: '微信和企业微信的错误分别指哪一份 IP 白名单，由谁修改，在后台的什么位置。',
    },
    codes: words('40164 61004 60020 45035'),
    phrases: phrases(
      'ip whitelist; whitelist ip; ip allowlist; whitelist the ip; trusted ip; my ip; server ip; ' +
        'outgoing ip; ip list; ip 白名单; 可信ip; 白名单 ip; 加白名单; 服务器 ip; 出口 ip; 白名单在哪',
    ),
  },
  {
    slug: 'account-types',
    title: {
      en: 'Account types and what they may call: 48001, 10005, 61007',
      zh: '账号类型与可调用的接口：48001、10005、61007',
    },
    description: {
      en: 'Which interfaces an unverified or verified Subscription or Service Account, a Mini Program or a WeCom company may call, and what 48001 and 10005 ask you to do.',
      zh: '未认证或已认证的订阅号、服务号，以及小程序、企业微信各能调用哪些接口，遇到 48001 和 10005 该怎么办。',
    },
    codes: words('48001 10003 10005 45028 48004'),
    phrases: phrases(
      'account type; verified account; personal account; individual account; service account or; ' +
        'subscription account or; what may i call; permission of the account; 未认证; 账号类型; 个人主体; ' +
        '个人订阅号; 个人账号; 个人公众号; 订阅号和服务号; 订阅号还是服务号; 接口权限; 需要认证',
    ),
  },
  {
    slug: 'quotas',
    title: { en: 'Quotas and frequency: 45009 and 45011', zh: '额度与频率：45009 与 45011' },
    description: {
      en: 'Daily quota or calls a minute, how to read and reset the counters of a WeChat account, and how long a WeCom block lasts.',
      zh: '是每日额度还是每分钟次数，如何查询和重置账号的计数，企业微信的封禁持续多久。',
    },
    codes: words('45009 45011 48006'),
    phrases: phrases(
      'clear_quota; reset quota; reset the quota; quota reset; daily quota; daily limit; ' +
        'calls per day; rate limited; how many calls; 清零; 重置额度; 额度重置; 每日额度; 每天次数; 每日次数; 调用次数; 调用上限; ' +
        '次数用完; 调用额度',
    ),
  },
  {
    slug: 'message-windows',
    title: {
      en: 'When a message may be sent: 45015, 45047 and 43101',
      zh: '什么时候可以发消息：45015、45047 与 43101',
    },
    description: {
      en: 'How long and how often a WeChat account may answer a user, and why subscribe messages fail with 43101.',
      zh: '账号可以在多长时间内回复用户多少条消息，以及订阅消息为什么返回 43101。',
    },
    codes: words('45015 45047 43101 43004 45065'),
    phrases: phrases(
      '48h; reply window; message window; customer service message limit; subscribe message; ' +
        '48 小时; 回复时限; 回复时间; 客服消息条数; 订阅消息; 主动发消息; 多久内可以回复',
    ),
  },
  {
    slug: 'user-ids',
    title: { en: 'OpenID, UnionID, UserID: which id goes where', zh: 'OpenID、UnionID、UserID：哪个 ID 用在哪里' },
    description: {
      en: 'Why WeChat or WeCom refuses a user’s id (40003, 40031, 46004, 60111, 84061), whose id it is, and how to get the right one.',
      zh: '微信或企业微信为什么不认用户的 ID（40003、40031、46004、60111、84061），它属于谁，如何拿到正确的 ID。',
    },
    codes: words('40003 40031 46004 60111 84061 89002 40096'),
    phrases: phrases(
      'unionid; openid of another; openid differs; different openid; openid and userid; ' +
        'openid or userid; external_userid; open_userid; openid 不一样; openid 为什么; openid 不同; openid 和; openid 与; ' +
        'userid 和',
    ),
  },
  {
    slug: 'json-encoding',
    title: { en: 'UTF-8 JSON: 40033, 44002, 47001 and 47003', zh: 'UTF-8 JSON：40033、44002、47001 与 47003' },
    description: {
      en: 'How the body of a WeChat API call has to be written, why 40033 and 47001 appear, and how to see what WeChat received.',
      zh: '微信接口的请求体应该怎么写，为什么出现 40033 和 47001，如何看到微信实际收到的内容。',
    },
    codes: words('40033 44002 47001 47003'),
    phrases: phrases(
      'utf-8; unicode escape; ensure_ascii; json_unescaped_unicode; encoding of the body; ' +
        'json encoding; content-type; request body; 乱码; 转义; 中文变成; unicode 编码; 编码问题; 请求体',
    ),
  },
  {
    slug: 'js-sdk-config',
    title: { en: 'JS-SDK config:fail: signature, domain, permission', zh: 'JS-SDK config:fail：签名、域名、权限' },
    description: {
      en: 'What invalid signature, invalid url domain, permission denied and offline verifying of wx.config mean, and how to fix each.',
      zh: 'wx.config 的 invalid signature、invalid url domain、permission denied、offline verifying 是什么意思，分别如何处理。',
    },
    codes: words('63002 40048'),
    phrases: phrases(
      'config:fail; config:invalid; invalid signature; invalid url domain; offline verifying; ' +
        'permission denied; wx.config; agentconfig; jsapi_ticket; jssdk; jsapilist; 签名失败; 签名无效; ' +
        '签名错误; js接口安全域名',
    ),
  },
  {
    slug: 'retry-and-who',
    title: { en: 'Is a retry safe, and who has to act?', zh: '能否重试，由谁处理？' },
    description: {
      en: 'What the facts beside a meaning say – whether repeating the call helps, and whether the developer, an administrator, the user or Tencent has to act.',
      zh: '含义旁的两项说明是什么意思：重复调用有没有用，该由开发者、管理员、用户还是腾讯处理。',
    },
    codes: [],
    phrases: phrases(
      'is a retry safe; is retry safe; safe to retry; should i retry; can i retry; retry or not; ' +
        'who has to act; 能否重试; 能不能重试; 可以重试; 要不要重试; 重试安全吗; 由谁处理; 谁来处理',
    ),
  },
];

/** Returns the concept pages that explain a code. @example conceptsFor('40001')[0]?.slug // → 'access-token' */
export const conceptsFor = (code: string): Concept[] => CONCEPTS.filter(({ codes }) => codes.includes(code));
