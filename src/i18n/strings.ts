/**
 * Every sentence of the interface, in both languages. One object a language with the same keys: a missing one is a type
 * error. Texts about data (platforms, topics, sources) are in `data/`.
 */
import type { Locale } from './locales.ts';

const en = {
  skip: 'Skip to content',
  tagline: 'Every WeChat errcode, in English and 中文',
  nav: { codes: 'All codes', platforms: 'Platforms', topics: 'Topics', about: 'About', search: 'Search', main: 'Main' },
  otherLanguage: '中文',
  switchLanguage: 'Read this page in Chinese',
  theme: 'Light or dark',
  footer: {
    unofficial: 'Unofficial. Not affiliated with Tencent. WeChat, Weixin and WeCom are its trademarks.',
    data: (version: string, date: string) => `Data ${version}, ${date}`,
    licence: 'Texts of our own and data',
    api: 'JSON of all codes',
  },
  home: {
    title: 'WeChat error codes: meaning of every errcode in English and Chinese',
    description: (codes: number) =>
      `Look up any of ${codes} WeChat error codes (errcode): Official Account, Mini Program, WeCom, Open Platform and more. English and Chinese side by side, per platform.`,
    heading: 'What does this WeChat error mean?',
    lead: 'Every code, in English and 中文, on every platform. Type a number or words, or paste the error message: it stays on your device.',
    try: 'Try',
    platforms: 'Platforms',
    topics: 'Topics',
    frequent: 'Often looked up',
    map: 'Where the numbers live',
    mapHint: 'One cell a code, coloured by platform. The lead digits tell what kind of fault, or which product.',
    all: (codes: number, entries: number) => `All ${codes} codes with ${entries} meanings on one page`,
  },
  search: {
    label: 'Code, words, or an error message',
    placeholder: 'Code, words, or an error message',
    button: 'Search',
    title: 'Search',
    heading: 'Search the codes',
    description: 'Search all WeChat error codes by number, English or Chinese words, or a whole error message.',
    hint: 'Numbers, beginnings of numbers, Chinese or English words, identifiers and whole messages all work.',
    needsScript:
      'Search needs JavaScript. Without it, the page with all codes and your browser’s find (Ctrl+F) do the same.',
    allCodes: 'All codes on one page',
  },
  codes: {
    title: (codes: number) => `All ${codes} WeChat error codes on one page`,
    description: (codes: number, entries: number) =>
      `One table of all ${codes} WeChat error codes with ${entries} meanings in English and Chinese, by platform. Filter it, print it, or search it with Ctrl+F.`,
    heading: 'All codes',
    lead: (codes: number, entries: number) =>
      `${codes} codes, ${entries} meanings. A code has one row for each meaning.`,
    filter: 'Filter the rows',
    filterPlaceholder: 'Code or words, in either language',
    noRow: 'No row matches. Search also finds typos and other forms of words:',
    columns: { code: 'Code', platform: 'Platform', en: 'English', zh: '中文 (official)' },
  },
  code: {
    title: (code: string, meaning: string) => `${code} · ${meaning}`,
    description: (platform: string, en: string, zh: string) => `${platform}: ${en} ${zh}`,
    several: (count: number) =>
      `${['', '', 'Two', 'Three', 'Four'][count] ?? count} meanings. Which one is yours depends on the platform you called.`,
    copyCode: 'Copy code',
    copyLink: 'Copy link',
    copied: 'Copied',
    copyFailed: 'Could not copy. Select and copy it by hand.',
    english: 'English',
    chinese: '中文 · official',
    also: 'also on',
    alsoOn: 'Holds on',
    errmsg: 'errmsg',
    errmsgHint: 'what the API returns',
    topic: 'Topic',
    note: 'Note',
    source: 'Source',
    official: 'Official',
    wecomQuery: 'WeCom’s error query tool',
    historic: 'Historic: the API no longer returns it.',
    which: 'How to tell the platform',
    elsewhere: 'The same number elsewhere',
    near: 'Near numbers',
    previous: 'Previous',
    next: 'Next',
    linkTo: (code: string, platform: string) => `Link to ${code} on ${platform}`,
  },
  card: {
    more: (count: number) => (count === 1 ? 'one more meaning' : `${count} more meanings`),
    counts: (codes: number, entries: number) => `${codes} codes, ${entries} meanings`,
  },
  platforms: {
    title: 'WeChat platforms and their error codes',
    description:
      'Which WeChat platform an error comes from, how to tell, and the codes of each: Official Account, Mini Program, WeCom, Open Platform and more.',
    heading: 'Platforms',
    lead: 'The same number can mean different things on different platforms. First find out which one you called.',
    count: (codes: number) => (codes === 1 ? '1 code' : `${codes} codes`),
  },
  platform: {
    title: (name: string, codes: number) => `${name} error codes: all ${codes}`,
    description: (name: string, codes: number, kind: string) =>
      `The ${codes} error codes of ${name} (${kind}), in English and Chinese, grouped by topic.`,
    known: 'How to tell that you are on it',
    hosts: 'API host',
    docs: 'Official documentation',
    aliases: 'Also called',
    own: (count: number) => (count === 1 ? '1 entry of its own' : `${count} entries of its own`),
    shared: (count: number) =>
      count === 1 ? '1 shared with another platform' : `${count} shared with other platforms`,
    sharedFrom: (name: string) => `listed with ${name}`,
    map: 'Its numbers',
  },
  topics: {
    title: 'WeChat error codes by topic',
    description:
      'WeChat error codes grouped by what went wrong: credentials, quotas, menus, media, messages, members and more.',
    heading: 'Topics',
    lead: 'Browse by what went wrong.',
  },
  topic: {
    title: (name: string, codes: number) => `${name}: ${codes} WeChat error codes`,
    description: (name: string, about: string) => `WeChat error codes about ${name.toLowerCase()}. ${about}`,
  },
  about: {
    title: 'About this reference',
    description:
      'Where the WeChat error codes and their meanings come from, how they were checked, how to correct them, and under which licence.',
  },
  paste: {
    title: 'What the look-up box reads, and what it never does',
    description:
      'Paste a response, a log or a stack trace: the box finds WeChat error codes in it on your device, and never sends the text anywhere.',
    link: 'What it reads, and what it never does',
  },
  api: {
    title: 'The WeChat error codes for programs: JSON, CSV, Markdown',
    description:
      'All WeChat error codes as static files for programs: JSON with a schema, OpenAPI, CSV for spreadsheets, Markdown. No key, no limit, stable addresses.',
    link: 'For programs',
  },
  tools: {
    title: 'Look up WeChat error codes from your browser',
    description:
      'Look up a WeChat error code from the address bar, from selected text on any page, or from your phone’s share menu.',
    link: 'In your browser',
  },
  changes: {
    title: 'Changes of the WeChat error codes',
    description: 'Which WeChat error codes were added, corrected or retired in this reference, when and why.',
    link: 'Changes',
  },
  notFound: {
    title: 'Page not found',
    heading: 'This page does not exist',
    lead: 'The address may be mistyped, or the code is not in our list. Look it up:',
  },
  table: { caption: (name: string) => `Codes: ${name}` },
};

export type Strings = typeof en;

const zh: Strings = {
  skip: '跳到正文',
  tagline: '微信错误码大全，中英对照',
  nav: { codes: '全部错误码', platforms: '平台', topics: '主题', about: '关于', search: '搜索', main: '主导航' },
  otherLanguage: 'English',
  switchLanguage: '阅读本页的英文版',
  theme: '浅色或深色',
  footer: {
    unofficial: '非官方网站，与腾讯无关联。微信、企业微信等为腾讯的商标。',
    data: (version, date) => `数据版本 ${version}，${date}`,
    licence: '本站文字与数据',
    api: '全部错误码 JSON',
  },
  home: {
    title: '微信错误码查询：每个 errcode 的中英文含义',
    description: (codes) =>
      `查询 ${codes} 个微信错误码（errcode）的含义：公众号、小程序、企业微信、开放平台等，按平台区分，中英对照。`,
    heading: '这个微信错误码是什么意思？',
    lead: '收录各平台的错误码，中英对照。输入号码、词语，或粘贴报错信息，内容不会离开你的设备。',
    try: '试试',
    platforms: '平台',
    topics: '主题',
    frequent: '常查错误码',
    map: '号段分布',
    mapHint: '每格一个错误码，颜色代表平台。开头的数字表示错误的性质或所属产品。',
    all: (codes, entries) => `在一页内查看全部 ${codes} 个错误码、${entries} 条含义`,
  },
  search: {
    label: '错误码、词语或报错信息',
    placeholder: '错误码、词语或报错信息',
    button: '搜索',
    title: '搜索',
    heading: '搜索错误码',
    description: '按号码、中英文词语或整段报错信息搜索全部微信错误码。',
    hint: '可输入号码、号码开头、中文或英文词语、标识符，或整段报错信息。',
    needsScript: '搜索需要 JavaScript。如已停用，可在“全部错误码”页面用浏览器查找（Ctrl+F）。',
    allCodes: '全部错误码（单页）',
  },
  codes: {
    title: (codes) => `微信全部 ${codes} 个错误码一览`,
    description: (codes, entries) =>
      `一张表列出微信全部 ${codes} 个错误码、${entries} 条含义，按平台区分，中英对照。可筛选、打印，也可用 Ctrl+F 查找。`,
    heading: '全部错误码',
    lead: (codes, entries) => `${codes} 个错误码，${entries} 条含义。一个错误码有几种含义就占几行。`,
    filter: '筛选',
    filterPlaceholder: '号码或词语，中英文均可',
    noRow: '没有匹配的行。搜索还能识别拼写错误和词形变化：',
    columns: { code: '错误码', platform: '平台', en: 'English', zh: '中文（官方）' },
  },
  code: {
    title: (code, meaning) => `${code} · ${meaning}`,
    description: (platform, english, chinese) => `${platform}：${chinese} ${english}`,
    several: (count) => `此错误码有${['', '', '两', '三', '四'][count] ?? ` ${count} `}种含义，取决于你调用的平台。`,
    copyCode: '复制错误码',
    copyLink: '复制链接',
    copied: '已复制',
    copyFailed: '无法复制，请手动选中复制。',
    english: 'English',
    chinese: '中文 · 官方',
    also: '也适用于',
    alsoOn: '适用平台',
    errmsg: 'errmsg',
    errmsgHint: '接口返回的原文',
    topic: '主题',
    note: '说明',
    source: '来源',
    official: '官方',
    wecomQuery: '企业微信错误码查询工具',
    historic: '历史错误码：接口已不再返回。',
    which: '如何判断所在平台',
    elsewhere: '同一号码在其他平台',
    near: '相邻号码',
    previous: '上一个',
    next: '下一个',
    linkTo: (code, platform) => `${code} 在${platform}的链接`,
  },
  card: {
    more: (count) => `另有 ${count} 个含义`,
    counts: (codes, entries) => `${codes} 个错误码，${entries} 个含义`,
  },
  platforms: {
    title: '微信各平台及其错误码',
    description: '如何判断错误来自微信的哪个平台，以及各平台的错误码：公众号、小程序、企业微信、开放平台等。',
    heading: '平台',
    lead: '同一号码在不同平台可能含义不同，请先确认你调用的是哪个平台。',
    count: (codes) => `${codes} 个错误码`,
  },
  platform: {
    title: (name, codes) => `${name}错误码：全部 ${codes} 个`,
    description: (name, codes, kind) => `${name}（${kind}）的 ${codes} 个错误码，中英对照，按主题分组。`,
    known: '如何判断你在此平台',
    hosts: '接口域名',
    docs: '官方文档',
    aliases: '其他名称',
    own: (count) => `自有 ${count} 条`,
    shared: (count) => `与其他平台共用 ${count} 条`,
    sharedFrom: (name) => `列于${name}`,
    map: '号码分布',
  },
  topics: {
    title: '按主题浏览微信错误码',
    description: '按出错原因浏览微信错误码：凭证、配额、菜单、素材、消息、成员等。',
    heading: '主题',
    lead: '按出错的事情浏览。',
  },
  topic: {
    title: (name, codes) => `${name}：${codes} 个微信错误码`,
    description: (name, about) => `微信错误码主题“${name}”：${about}`,
  },
  about: {
    title: '关于本站',
    description: '微信错误码及其含义的来源、核对方法、纠错途径与许可。',
  },
  paste: {
    title: '搜索框能读什么，绝不做什么',
    description: '粘贴返回结果、日志或堆栈，搜索框在你的设备上找出微信错误码，内容不会发往任何地方。',
    link: '能读什么，绝不做什么',
  },
  api: {
    title: '供程序使用的微信错误码：JSON、CSV、Markdown',
    description:
      '以静态文件提供全部微信错误码：带模式定义的 JSON、OpenAPI、电子表格用 CSV、Markdown。无需密钥，不限次数，地址稳定。',
    link: '供程序使用',
  },
  tools: {
    title: '在浏览器里直接查询微信错误码',
    description: '从地址栏、网页上选中的文字或手机的分享菜单直接查询微信错误码。',
    link: '浏览器工具',
  },
  changes: {
    title: '微信错误码更新记录',
    description: '本站新增、更正、停用了哪些微信错误码，时间与原因。',
    link: '更新记录',
  },
  notFound: {
    title: '页面不存在',
    heading: '没有这个页面',
    lead: '地址可能有误，或该错误码尚未收录。可在此查询：',
  },
  table: { caption: (name) => `错误码：${name}` },
};

const STRINGS: Record<Locale, Strings> = { en, zh };

/** @example stringsFor('zh').nav.codes // → '全部错误码' */
export const stringsFor = (locale: Locale): Strings => STRINGS[locale];
