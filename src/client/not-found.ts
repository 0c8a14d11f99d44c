/** Handles a code in an unknown URL: a known code is opened, any other is looked up. */

import { urls } from './page-settings.ts';
import { pathCode } from './path-code.ts';
import { instant } from './search/instant.ts';

/**
 * Puts the URL's code into the search box, so call it before the box is attached, and opens the page of a known code.
 * That page replaces this one in the history, so that the Back button skips it.
 */
export async function answerNotFound(): Promise<void> {
  const requested = pathCode(location.pathname, location.search);
  if (!requested) return;
  const field = document.querySelector<HTMLTextAreaElement>('main textarea');
  // Keep text typed before this script loaded.
  if (field) field.value ||= requested.code;
  const lookup = await instant().catch(() => undefined);
  if (!lookup?.meanings(requested.code).length) return;
  location.replace(urls.page({ kind: 'code', code: requested.code }, requested.locale) + location.hash);
}
