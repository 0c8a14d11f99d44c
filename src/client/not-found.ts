/** The 404 page answers like the box: a code we have is opened, any other is looked up. */

import { urls } from './page-settings.ts';
import { pathCode } from './path-code.ts';
import { instant } from './search/instant.ts';

/**
 * Call before the search box is attached: it fills the box. The address of a code we have replaces this one, so that
 * the Back button does not lead here again.
 */
export async function answerNotFound(): Promise<void> {
  const asked = pathCode(location.pathname, location.search);
  if (!asked) return;
  const field = document.querySelector<HTMLTextAreaElement>('main textarea');
  // What was typed before this script came stays.
  if (field) field.value ||= asked.code;
  const lookup = await instant().catch(() => undefined);
  if (!lookup?.meanings(asked.code).length) return;
  location.replace(urls.page({ kind: 'code', code: asked.code }, asked.locale) + location.hash);
}
