/** On a code page: says that the platform in the URL's hash has no meaning of this code in the catalog. */
import { documentsFor } from '../lookup/answer/notices.ts';
import { element } from './dom.ts';
import { instant } from './search/instant.ts';
import { drawNotice } from './search/notices.ts';

/** @param heading the page's `[data-code]` element */
export async function showMissingPlatform(heading: HTMLElement, slug: string): Promise<void> {
  const lookup = await instant().catch(() => undefined);
  const platform = lookup?.data.platforms.find((each) => each.slug === slug);
  if (!lookup || !platform) return;
  const code = heading.dataset.code ?? '';
  const documents = documentsFor(code, lookup, slug);
  const notice = drawNotice({ kind: 'not-on-platform', codes: [code], platform, documents });
  const box = element('div', { role: 'status', 'data-missing-platform': '' }, ...notice);
  heading.after(box);
  box.scrollIntoView({ block: 'center', behavior: 'instant' });
}
