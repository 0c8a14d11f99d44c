/** Selects the social card of a page. */
import type { Platform } from '../../catalog/index.ts';
import type { Locale } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { SITE_NAME } from '../settings.ts';
import { FILES, type Page } from '../urls.ts';

/** A card's file below the base, and its alternative text. */
export type HeadCard = { file: string; alt: string };

/**
 * Returns the card of a code that is met often, else the card of the page's platform, else the site's.
 * @param title the page's title, which is the alternative text of a code's own card
 * @param platform the page's platform; for a code page the home platform
 * @param often whether the page is that of a code met often
 */
export function headCard(page: Page, title: string, locale: Locale, platform?: Platform, often = false): HeadCard {
  if (page.kind === 'code' && often) return { file: FILES.card(page), alt: title };
  const site = SITE_NAME[locale];
  if (!platform) return { file: FILES.card({ kind: 'home' }), alt: site };
  return {
    file: FILES.card({ kind: 'platform', slug: platform.slug }),
    alt: `${platform.name[locale]}${stringsFor(locale).colon}${site}`,
  };
}
