/** Recognises errors that the Mini Program client or the JS-SDK reports, not a server API. */

export type ClientError = {
  /** The API that failed, as the client names it: `request`, `config`; empty if the text does not name it. */
  api: string;
  /** The text after `fail`. */
  message: string;
  start: number;
  end: number;
};

const FAIL = /(?<![A-Za-z0-9])([A-Za-z][\w.]{1,40}):\s?fail(?:ed)?(?![a-z])[\s:,]*([^"\n{}[\]，。]{0,160})/;
/** The client writes errno, or errMsg in this spelling; a server writes errmsg. */
const CLIENT_KEY = /(?<![A-Za-z_])(?:errno|errMsg)(?![A-Za-z_])["'\s:=]{1,6}([^"\n{}]{0,160})/;
/** Signs of a server's response, or of an SDK's exception for one. */
const SERVER = /\berrmsg\b|\brid: ?[0-9a-f]{8}|devtool\/query|qyapi|api\.weixin\.qq\.com/;

/**
 * Returns the client's error in a text, if any.
 * @example clientError('request:fail url not in domain list') // → { api: 'request', message: 'url not in domain list', … }
 */
export function clientError(text: string): ClientError | undefined {
  const fail = FAIL.exec(text);
  if (fail)
    return {
      api: (fail[1] ?? '').replace(/^wx\./, ''),
      message: (fail[2] ?? '').trim(),
      start: fail.index,
      end: fail.index + fail[0].length,
    };
  const key = SERVER.test(text) ? null : CLIENT_KEY.exec(text);
  if (!key) return undefined;
  return { api: '', message: (key[1] ?? '').trim(), start: key.index, end: key.index + key[0].length };
}
