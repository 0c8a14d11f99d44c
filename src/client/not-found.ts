/** Answers the URL of a 404 page: a known code is opened, another is looked up in the box. */
import { urls } from './page-settings.ts';
import { pathCode } from './path-code.ts';
import { instant } from './search/instant.ts';

/**
 * Call before the search box is attached: it fills the box. The URL of a known code replaces this one, so that the Back
 * button does not return here.
 */
export async function answerNotFound(): Promise<void> {
  const requested = pathCode(location.pathname, location.search);
  if (!requested) return;
  const field = document.querySelector<HTMLTextAreaElement>('main textarea');
  // Text typed before this script ran stays.
  if (field) field.value ||= requested.code;
  const lookup = await instant().catch(() => undefined);
  if (!lookup?.meanings(requested.code).length) return;
  location.replace(urls.page({ kind: 'code', code: requested.code }, requested.locale) + location.hash);
}
