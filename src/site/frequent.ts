/**
 * The codes listed on the home page, each with its own social card: those with the most reports in public issue threads
 * (easywechat, WxJava, Senparc and others), general ones first.
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
