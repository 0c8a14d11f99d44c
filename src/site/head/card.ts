/** Which social card a page announces. */
import type { Platform } from '../../catalog/index.ts';
import type { Locale } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { FREQUENT } from '../frequent.ts';
import { SITE_NAME } from '../settings.ts';
import { FILES, type Page } from '../urls.ts';

/** A card's file below the base, and its alternative text. */
export type HeadCard = { file: string; alt: string };

/**
 * Returns the card of a code that is met often, else the card of the page's platform, else the site's.
 * @param title the page's title, which is the alternative text of a code's own card
 * @param platform the platform the page is of; for a code page its home platform
 */
export function headCard(page: Page, title: string, locale: Locale, platform?: Platform): HeadCard {
  if (page.kind === 'code' && FREQUENT.includes(page.code)) return { file: FILES.card(page), alt: title };
  const site = SITE_NAME[locale];
  if (!platform) return { file: FILES.card({ kind: 'home' }), alt: site };
  return {
    file: FILES.card({ kind: 'platform', slug: platform.slug }),
    alt: `${platform.name[locale]}${stringsFor(locale).colon}${site}`,
  };
}
