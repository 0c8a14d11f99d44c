/** Writes the Markdown versions of the code pages, for language models, terminals and notes. Plain CommonMark. */
import type { CodeGroup, Entry, Meta, Platform, Source, Topic } from '../catalog/index.ts';
import { type Locale, otherLocale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../site/markdown-text.ts';
import { FILES, type Urls } from '../site/urls.ts';

/** Resolves the slugs and ids in an entry. */
export type NameResolvers = {
  platform: (slug: string) => Platform;
  topic: (slug: string) => Topic;
  source: (id: string) => Source;
  meta: Meta;
};

const bothNames = ({ name }: Platform, locale: Locale) =>
  `${escapeMarkdown(name[locale])} · ${escapeMarkdown(name[otherLocale(locale)])}`;

function meaning(entry: Entry, locale: Locale, { platform, topic, source }: NameResolvers, urls: Urls): string {
  const t = stringsFor(locale);
  const [home = '', ...also] = entry.platforms;
  const about = topic(entry.topic);
  const labels = { en: t.code.english, zh: t.code.chinese };
  const facts: [label: string, value: string][] = [
    ...[locale, otherLocale(locale)].map((each): [string, string] => [labels[each], escapeMarkdown(entry[each])]),
    [t.code.errmsg, entry.errmsg && codeSpan(entry.errmsg)],
    [t.markdown.also, also.map((slug) => bothNames(platform(slug), locale)).join(t.markdown.comma)],
    [t.code.note, escapeMarkdown(entry.note[locale])],
    [t.markdown.status, t.markdown.statuses[entry.status]],
    [t.code.topic, markdownLink(about.name[locale], urls.absolutePage({ kind: 'topic', slug: about.slug }, locale))],
    [
      t.code.source,
      entry.source
        .map(source)
        .map(({ name, url }) => (url ? markdownLink(name[locale], url) : escapeMarkdown(name[locale])))
        .join(t.markdown.comma),
    ],
    [t.markdown.link, `<${urls.absolutePage({ kind: 'code', code: entry.code }, locale, home)}>`],
  ];
  const lines = facts.filter(([, value]) => value).map(([label, value]) => `- ${label}${t.colon}${value}`);
  return `## ${bothNames(platform(home), locale)}\n\n${lines.join('\n')}`;
}

/**
 * Returns a code's page as Markdown: a section per meaning, then links and the data's version.
 * @example codeMarkdown(group40001, 'en', names, urls)
 *   // → '# 40001 · WeChat error code\n\n…\n\n## Official Account · 公众号\n\n- English: The AppSecret …'
 */
export function codeMarkdown({ code, entries }: CodeGroup, locale: Locale, names: NameResolvers, urls: Urls): string {
  const t = stringsFor(locale);
  const { version, date, licence } = names.meta;
  const other = otherLocale(locale);
  const about: [label: string, value: string][] = [
    [t.markdown.page, `<${urls.absolutePage({ kind: 'code', code }, locale)}>`],
    [t.otherLanguage, `<${urls.absoluteFile(FILES.markdown(code, other))}>`],
    ['JSON', `<${urls.absoluteFile(FILES.code(code))}>`],
  ];
  return `${[
    `# ${t.markdown.heading(code)}`,
    ...(entries.length > 1 ? [t.code.several(entries.length)] : []),
    ...entries.map((entry) => meaning(entry, locale, names, urls)),
    '---',
    about.map(([label, value]) => `- ${label}${t.colon}${value}`).join('\n'),
    `${t.footer.data(version, date)} · ${licence} · ${t.footer.unofficial}`,
  ].join('\n\n')}\n`;
}
