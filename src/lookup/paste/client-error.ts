/** Recognises errors that the Mini Program client or the JS-SDK reports, not a server API. */

export type ClientError = {
  /** The API that failed, as the client names it: `request`, `config`; empty if the text does not name it. */
  api: string;
};

const FAIL = /(?<![A-Za-z0-9])([A-Za-z][\w.]{1,40}):\s?fail(?:ed)?(?![a-z])/;
/** The client writes errno, or errMsg in this spelling; a server writes errmsg. */
const CLIENT_KEY = /(?<![A-Za-z_])(?:errno|errMsg)(?![A-Za-z_])["'\s:=]/;
/** Signs of a server's response, or of an SDK's exception for one. */
const SERVER = /\berrmsg\b|\brid: ?[0-9a-f]{8}|devtool\/query|qyapi|api\.weixin\.qq\.com/;

/**
 * Returns the client's error in a text, if any.
 * @example clientError('request:fail url not in domain list') // → { api: 'request' }
 */
export function clientError(text: string): ClientError | undefined {
  const api = FAIL.exec(text)?.[1];
  if (api) return { api: api.replace(/^wx\./, '') };
  return !SERVER.test(text) && CLIENT_KEY.test(text) ? { api: '' } : undefined;
}
