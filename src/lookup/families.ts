/**
 * What the first digits of a number usually mean: said of a code we do not have, never instead of one we have. Up to
 * 48xxx the digits tell the kind of fault; from 50xxx on the product.
 */
type Family = { digits: RegExp; en: string; zh: string };

const FAMILIES: readonly Family[] = [
  { digits: /^40\d{3}$/, en: 'an argument is not valid', zh: '参数不合法' },
  { digits: /^41\d{3}$/, en: 'an argument is missing', zh: '缺少参数' },
  { digits: /^42\d{3}$/, en: 'something has expired', zh: '过期、失效' },
  {
    digits: /^43\d{3}$/,
    en: 'the method is wrong, or a relationship or permission is needed',
    zh: '请求方式不对，或需要某种关系、授权',
  },
  { digits: /^44\d{3}$/, en: 'the body is empty', zh: '内容为空' },
  { digits: /^45\d{3}$/, en: 'a limit is exceeded', zh: '超过限制' },
  { digits: /^46\d{3}$/, en: 'something does not exist', zh: '不存在' },
  { digits: /^4700[12]$/, en: 'the request cannot be parsed', zh: '解析错误' },
  { digits: /^48\d{3}$/, en: 'the API is not authorized, banned or discontinued', zh: '接口未授权、被封禁或已废弃' },
  { digits: /^50\d{3}$/, en: 'not authorized, restricted or disabled', zh: '未授权、受限、停用' },
  { digits: /^600\d{2}$/, en: 'WeCom: departments, apps or the IP whitelist', zh: '企业微信：部门、应用、IP 白名单' },
  { digits: /^601\d{2}$/, en: 'WeCom: members', zh: '企业微信：成员' },
  { digits: /^613\d{2}$|^631\d{2}$/, en: 'Weixin Scan: product pages', zh: '微信扫一扫：商品' },
  { digits: /^614\d{2}$|^654\d{2}$/, en: 'customer service of an Official Account', zh: '公众号客服' },
  { digits: /^653\d{2}$/, en: 'personalized menus', zh: '个性化菜单' },
  {
    digits: /^86\d{3}$/,
    en: 'Mini Program code management and ICP filing, or WeCom chats',
    zh: '小程序代码管理与备案，或企业微信会话',
  },
  { digits: /^91\d{3}$/, en: 'Mini Program names, or old WeCom coupons', zh: '小程序名称，或旧企业微信卡券' },
  { digits: /^30[12]\d{3}$/, en: 'WeCom: apps, members and batch sync', zh: '企业微信：应用、成员与批量同步' },
  { digits: /^9001\d{3}$/, en: 'Shake Nearby', zh: '摇一摇周边' },
  { digits: /^900[278]\d{3}$/, en: 'Wi-Fi via Weixin', zh: '微信连Wi-Fi' },
];

/** @example familyOf('40999')?.en // → 'an argument is not valid' */
export const familyOf = (code: string): { en: string; zh: string } | undefined =>
  FAMILIES.find(({ digits }) => digits.test(code));
