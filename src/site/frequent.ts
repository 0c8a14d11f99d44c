/**
 * The codes offered on the home page, each with a social card of its own: those with most reports in the public issue
 * threads we read (easywechat, WxJava, Senparc and others), general ones first.
 */
export const FREQUENT = [
  '-1',
  '40001',
  '40003',
  '40013',
  '40029',
  '40037',
  '40164',
  '41001',
  '42001',
  '43004',
  '45009',
  '45015',
  '47001',
  '48001',
  '60011',
  '60020',
];
