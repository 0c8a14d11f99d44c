/** Where a query ends and a paste begins. Everything that must keep pastes out of addresses asks here. */

/** Up to here, and on one line, a text is a query; beyond, it is a paste. */
export const QUERY_LENGTH = 64;

/** @example isQuery('access_token expired') // → true */
export const isQuery = (text: string): boolean => text.length <= QUERY_LENGTH && !/[\n\r]/.test(text.trim());
