/** Tells queries from pastes. Pastes must not be in URLs, and this is the check for it. */

/** Characters of the longest query. A longer text, or one of several lines, is a paste. */
export const QUERY_LENGTH = 64;

/** Returns whether a text is a query. @example isQuery('access_token expired') // → true */
export const isQuery = (text: string): boolean => text.length <= QUERY_LENGTH && !/[\n\r]/.test(text.trim());
