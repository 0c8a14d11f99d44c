/**
 * Lists every file of the API, for the table on the API page, the OpenAPI file and the tests.
 * These URLs are a contract: new ones may be added, none is removed.
 */
import type { Locale } from '../i18n/locales.ts';
import { FILES } from '../site/urls.ts';
import type { FileShape } from './schema.ts';

/** A `{name}` in a path. */
export type ApiParameter = 'code' | 'platform';

/** Example values. They stay valid, because codes and platforms are never removed. */
export const EXAMPLE: Record<ApiParameter, string> = { code: '40001', platform: 'wecom' };

export type ApiFile = {
  /** Name of the operation in the OpenAPI file. */
  id: string;
  /** Below the base, without a leading slash; with `{code}` or `{platform}` for a code or a platform's slug. */
  path: string;
  parameter?: ApiParameter;
  type: 'application/json' | 'application/schema+json' | 'text/csv' | 'text/markdown' | 'text/plain';
  /** Name of its shape in the JSON Schema, if it is JSON data. */
  shape?: FileShape;
  summary: Record<Locale, string>;
};

export const API_FILES: readonly ApiFile[] = [
  {
    id: 'getCode',
    path: FILES.code('{code}'),
    parameter: 'code',
    type: 'application/json',
    shape: 'Code',
    summary: { en: 'One code with all its meanings', zh: '一个错误码的全部含义' },
  },
  {
    id: 'getCodes',
    path: FILES.codes,
    type: 'application/json',
    shape: 'Codes',
    summary: { en: 'All entries', zh: '全部条目' },
  },
  {
    id: 'getPlatformCodes',
    path: FILES.platform('{platform}'),
    parameter: 'platform',
    type: 'application/json',
    shape: 'PlatformCodes',
    summary: { en: 'The entries of one platform', zh: '一个平台的全部条目' },
  },
  {
    id: 'getPlatforms',
    path: FILES.platforms,
    type: 'application/json',
    shape: 'Platforms',
    summary: { en: 'Platforms: names, hosts, how to tell them apart', zh: '各平台的名称、接口域名与判断方法' },
  },
  {
    id: 'getTopics',
    path: FILES.topics,
    type: 'application/json',
    shape: 'Topics',
    summary: { en: 'The topics', zh: '各主题' },
  },
  {
    id: 'getSources',
    path: FILES.sources,
    type: 'application/json',
    shape: 'Sources',
    summary: { en: 'The sources', zh: '各资料来源' },
  },
  {
    id: 'getCsv',
    path: FILES.csv,
    type: 'text/csv',
    summary: { en: 'All entries for a spreadsheet', zh: '全部条目，供电子表格使用' },
  },
  {
    id: 'getCodeMarkdown',
    path: FILES.markdown('{code}'),
    parameter: 'code',
    type: 'text/markdown',
    summary: { en: 'A code’s page as Markdown, in both languages', zh: '错误码页面的 Markdown 版，中英对照' },
  },
  {
    id: 'getSchema',
    path: FILES.schema,
    type: 'application/schema+json',
    summary: { en: 'JSON Schema of the JSON files', zh: '各 JSON 文件的 JSON Schema' },
  },
  {
    id: 'getOpenApi',
    path: FILES.openapi,
    type: 'application/json',
    summary: { en: 'OpenAPI 3.1 description of these files', zh: '以上文件的 OpenAPI 3.1 描述' },
  },
  {
    id: 'getLlms',
    path: FILES.llms,
    type: 'text/plain',
    summary: { en: 'Index for language models', zh: '供语言模型阅读的索引' },
  },
];

/**
 * Returns the path of a file with its parameter filled in.
 * @example fillPath(getCode, '40001') // → 'api/v1/codes/40001.json'
 */
export const fillPath = ({ path, parameter }: ApiFile, value: string): string =>
  parameter ? path.replace(`{${parameter}}`, value) : path;
