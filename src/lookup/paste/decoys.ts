/** Recognises numbers that look like codes: dates, IP addresses, ids, amounts, versions, positions in files. */

/** Parts with numbers but without a code. They are blanked before a text is read. */
export const TAILS: readonly RegExp[] = [
  // The head of a syslog line; before the pattern of times, which would remove a part of it.
  /^[A-Z][a-z]{2}\s+\d{1,2}\s+\S{1,10}\s+\S{1,64}\s+[\w./-]{1,64}\[\d+\]:/gm,
  /\bhints?\s*[:=]?\s*\[[^\]]{0,200}\]?/gi,
  /\breq_?(?:uest)?_?id\b["'\s:=\\]{1,8}[\w.@-]{4,64}/gi,
  /\b(?:rid|trace_?id|span_?id)\b["'\s:=\\]{1,8}[0-9a-f]{4,12}(?:\s*-\s*[0-9a-f]{2,12}){0,6}/gi,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4,12}){2,4}\b/gi,
  /\bfrom ip\s*[:=]?\s*[\d.:a-f]{3,45}/gi,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?:\/\d{1,2})?\b/g,
  /\b\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?/g,
  /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b/g,
  /(?<=localhost|\.(?:com|cn|net|org|io|local|internal|svc|dev|test|top|cc|me|app)):\d{2,5}\b/gi,
  /\.(?:java|py|js|ts|go|php|rb|cs|rs|kt|mjs|cjs|vue):\d+(?::\d+)?/gi,
  /\bwx[0-9a-f]{16}\b|\bww[0-9a-f]{16}\b/gi,
  /\bHTTP(?:\/\d(?:\.\d)?)?["\s:]+(?:status\s*(?:code)?\s*[:=]?\s*)?\d{3}\b/gi,
  /\b(?:http|status|exit)[ _-]?(?:status)?[ _-]?codes?\b["'\s:=\\]{0,8}-?\d{1,3}\b/gi,
  /\b(?:SQLSTATE|ORA|ERROR \d{4} \(|MySQL|errno: \d+\b)[-\s[(:]*\w{0,8}\]?/gi,
  /0x[0-9a-f]+/gi,
  // Process ids of log lines.
  /\b(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\s+\d{3,6}\s+---/g,
  /\bkill:?\s*\(?-?\d+\)?/g,
];

/** Numbers with another label. Not for typed questions, where they would match too much: “invalid id 40003”. */
const LABELS: readonly RegExp[] = [
  /\b(?:pid|port|line|uid|tid|thread|agentid|agent_id|timestamp|ts|took|cost|elapsed|duration|size|length|bytes|total|count|qps|id|msgid|order(?:_?(?:no|id))?|expires_in|端口|行号|耗时)\b["'\s:=#\\]{1,8}-?\d+(?:\.\d+)?(?:ms|s)?/gi,
];

/** URLs that contain a code. */
export const CODE_URL =
  /devtool\/query\?e=(-?\d{1,9})|(?:#|%23)(?:错误码|%E9%94%99%E8%AF%AF%E7%A0%81)(?:[:：]|%EF%BC%9A|%3A)?\s*(-?\d{1,9})/gi;
const ANY_URL = /https?:(?:\\?\/){2}[^\s"'<>\\]{1,400}/gi;

/** Chinese units, unless they begin another word: 60011 人, but not 60011 人员. */
const HAN_UNIT =
  '元(?!数据|素)|块钱|件(?!数)|个(?!人|性|别|体)|台(?!账)|人(?!员|工|脸|数|群)|次(?!数|日)|条(?!件|码|目|款)|斤|米|秒(?!杀|退)|' +
  '分钟|小时|天(?!天|气|猫)|月(?!报|度|份|费)|年(?!度|报|费)|页(?!面|码|数|签)|位(?!置|于|数)|户(?!名|口|外)|' +
  '家(?!长|校|庭)|份(?!额)|行(?!业|为|政|程|情|号)|步(?!骤|数)|字节';
/** After a number that is an amount. */
export const UNIT = new RegExp(
  `^\\s{0,2}(?:${HAN_UNIT}|bytes?\\b|[kmg]i?b\\b|ms\\b|s\\b|px\\b|dollars\\b|usd\\b|rmb\\b|yuan\\b|km\\b|%)`,
  'i',
);
/** After a number, in a text with other words: 40013 items. */
export const THINGS = /^\s{0,2}(?:units?|items?|people|users|rows?|orders?|times|met(?:er|re)s?|steps)\b/i;
/** Directly before a number that is an amount, a version, a telephone number, a port or a line. */
export const AMOUNT =
  /(?:[¥￥$€£]|RMB|CNY|USD|订单号|单号|工号|邮编|邮政编码|房间|zip(?: code)?|postcode|tel|phone|电话|手机号?|QQ|ORA|版本号?|version|(?<![a-z])v|port|端口号?|(?<![a-z])pid|(?<![a-z])line|行号|第|(?:issues?|PR|pull|commit|build)(?: ?#|\/)|(?<![a-z])ext\.?)\s*[:：]?\s*$/i;
/** The same, in a text with other words. */
export const NAMED_THING = /(?:No\.|订单|编号|room|order|serial)\s*[:#：]?\s*$/i;

/** Blanks dates, times, IP addresses, ids and positions in files; the length stays the same. */
export function blankTyped(text: string): string {
  return TAILS.reduce((rest, tail) => rest.replace(tail, (part) => ' '.repeat(part.length)), text);
}

/** Blanks parts whose numbers are not codes; the length stays the same. */
export function blank(full: string): string {
  // In a URL only parameters such as ?errcode= are read, not the path.
  let text = full.replace(ANY_URL, (url) =>
    url
      .replace(/^[^?#]*/, (path) => ' '.repeat(path.length))
      .replace(/([?&#])(?!(?:err(?:or)?_?code|errno|ret|e|code)=)(?![^?&#]{0,300}err_?code)[^?&#]*/gi, (part) =>
        ' '.repeat(part.length),
      ),
  );
  for (const tail of [...TAILS, ...LABELS]) text = text.replace(tail, (part) => ' '.repeat(part.length));
  return text;
}
