/** Patterns of other vendors whose errors look like WeChat's, and of texts about WeChat. */

/** `strong`: hosts, parameters and literal messages; `names`: its names. Both are parts of regular expressions. */
type Vendor = { name: string; strong: string; names: string };

export const VENDORS: readonly Vendor[] = [
  {
    name: 'DingTalk 钉钉',
    // It returns a request id beside the code, unlike WeChat's APIs.
    strong:
      'dingtalk\\.com|"errcode"\\s*:[^{}\\n]{0,200}"request_id"\\s*:|计算(?:解密|加密|签名)\\S{0,12}(?:不匹配|错误|失败)|"msgMap"',
    names: 'dingtalk|钉钉|dingding',
  },
  { name: 'Youzan 有赞', strong: 'youzan(?:yun)?\\.(?:com|cn)|gw_err_resp', names: 'youzan|有赞' },
  {
    name: 'Alipay 支付宝',
    strong: 'alipay\\w*\\.com|alipay_\\w+_response|"sub_code"|ACQ\\.[A-Z]\\w+|isv\\.[a-z]\\w+',
    names: 'alipay|支付宝',
  },
  {
    name: 'Feishu 飞书',
    strong: 'feishu\\.cn|larksuite\\.com|larkoffice\\.com|open-apis/',
    names: 'feishu|larksuite|飞书',
  },
  { name: 'Baidu 百度', strong: 'baidubce\\.com|aip\\.baidu\\w*|openapi\\.baidu\\.com', names: '百度' },
  { name: 'Weibo 微博', strong: 'api\\.weibo\\.com', names: 'weibo|微博' },
  { name: 'Douyin 抖音', strong: 'douyin\\.com|toutiao\\.com|bytedance\\.com', names: 'douyin|抖音|字节小程序' },
  { name: 'Kuaishou 快手', strong: 'kuaishou\\.com|kwaixiaodian\\.com', names: 'kuaishou|快手' },
  { name: 'QQ', strong: 'graph\\.qq\\.com|sgroup\\.qq\\.com|qq互联', names: 'QQ机器人|QQ小程序' },
  { name: 'Taobao 淘宝', strong: 'taobao\\.com', names: 'taobao|淘宝' },
  { name: 'JD 京东', strong: 'jd\\.com', names: '京东' },
  { name: 'Meituan 美团', strong: 'meituan\\.com', names: 'meituan|美团' },
];

/** WeChat itself, whatever the platform: outweighs a vendor named at the same distance. */
export const WECHAT_STRONG =
  'weixin\\.qq\\.com|rid: ?[0-9a-f]{8}-[0-9a-f]{4,8}|more info at https?://open\\.work|mmbizurl\\.cn|wx[0-9a-f]{16}';
export const WECHAT_NAMES = '微信|wechat|weixin';

/** Any sign that a text is about WeChat. */
const WECHAT =
  /weixin|wechat|微信|公众号|小程序|企微|\bwx[0-9a-f]{16}\b|\bww[0-9a-f]{16}\b|jscode2session|access_token|\bopenid\b|\brid: ?[0-9a-f]{8}|\bhints?: ?\[|errmsg|app_?secret|\bappid\b|clientip|media_?id|template_?id|js_code|code been used|risky content|mmbizurl|\bwecom\b|wework|corpid|component_|EasyWeChat|WxJava|wechatpy|WxError|wx\.cloud|cloud function|-50\d{4}/i;

export const mentionsWechat = (text: string): boolean => WECHAT.test(text);
