/** Writes the Markdown versions of the code pages, for language models, terminals and notes. Plain CommonMark. */
import type { CodeGroup, Entry, Guide, Meta, Platform, Source, Topic } from '../catalog/index.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { type Strings, stringsFor } from '../i18n/strings.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../site/markdown-text.ts';
import { FILES, type Urls } from '../site/urls.ts';

/** Resolves the slugs and ids in an entry. */
export type NameResolvers = {
  platform: (slug: string) => Platform;
  topic: (slug: string) => Topic;
  source: (id: string) => Source;
  meta: Meta;
};

const [en, zh] = [stringsFor('en'), stringsFor('zh')];

const bothNames = ({ name }: Pick<Platform, 'name'>) => `${escapeMarkdown(name.en)} · ${escapeMarkdown(name.zh)}`;
/** Returns an interface text in both languages. */
const inBoth = (text: (strings: Strings) => string) => [...new Set([text(en), text(zh)])].filter(Boolean).join(' · ');

/** Returns a guide in one language, without the parts that only the page shows: SDK names and evidence. */
function guideIn(guide: Guide, locale: Locale, name: string): string {
  const { causes, fixes, check, confused = [], limits = [], userText } = guide;
  const { guide: t } = stringsFor(locale).code;
  const text = (each: { en: string; zh: string }) => escapeMarkdown(each[locale]);
  const numbered = fixes.map((fix, i) => `${i + 1}. ${text(fix)}`);
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
  const parts: [heading: string, content: string][] = [
    [
      t.causesOn(name),
      list(causes.map(({ symptom, cause, fix }) => `${text(symptom)} → ${text(cause)} → ${t.fix(fix)}`)),
    ],
    [t.fixes, numbered.join('\n')],
    [t.check, check ? text(check) : ''],
    [t.userText, userText ? text(userText) : ''],
    [t.confused, list(confused.map((other) => `${other.code} ${text(other.text)}`))],
    [t.limits, list(limits.map(text))],
  ];
  return parts.flatMap(([heading, content]) => (content ? [`### ${heading}`, content] : [])).join('\n\n');
}

function meaning(entry: Entry, { platform, topic, source }: NameResolvers, urls: Urls): string {
  const [home = '', ...also] = entry.platforms;
  const about = topic(entry.topic);
  const facts: [label: string, value: string][] = [
    [en.code.english, escapeMarkdown(entry.en)],
    [en.code.chinese[entry.wording], escapeMarkdown(entry.zh)],
    [en.code.errmsg, entry.errmsg && codeSpan(entry.errmsg)],
    [en.code.retry, inBoth(({ code }) => code.retries[entry.retry])],
    [en.code.who, inBoth(({ code }) => code.actors[entry.who])],
    [en.markdown.also, also.map((slug) => bothNames(platform(slug))).join(', ')],
    [en.code.older, escapeMarkdown(entry.older)],
    [en.code.note, escapeMarkdown(entry.note.en)],
    [zh.code.note, escapeMarkdown(entry.note.zh)],
    [en.markdown.status, inBoth(({ code }) => code.statuses[entry.status])],
    [en.code.topic, `[${bothNames(about)}](${urls.absolutePage({ kind: 'topic', slug: about.slug }, 'en')})`],
    [
      en.code.source,
      entry.source
        .map(source)
        .map(({ name, url }) => (url ? markdownLink(name.en, url) : escapeMarkdown(name.en)))
        .join(', '),
    ],
    [en.markdown.link, `<${urls.absolutePage({ kind: 'code', code: entry.code }, 'en', home)}>`],
  ];
  const lines = facts.filter(([, value]) => value).map(([label, value]) => `- ${label}: ${value}`);
  const guides = entry.guides.flatMap((guide) =>
    LOCALES.map((locale) => guideIn(guide, locale, escapeMarkdown(platform(guide.platform).name[locale]))),
  );
  return [`## ${bothNames(platform(home))}`, lines.join('\n'), ...guides].join('\n\n');
}

/**
 * Returns a code's page as Markdown, in both languages: a section per meaning, then links and the data's version.
 * @example codeMarkdown(group40001, names, urls)
 *   // → '# 40001 · WeChat error code · 微信错误码\n\n…\n\n## Official Account · 公众号\n\n- English: The AppSecret …'
 */
export function codeMarkdown({ code, entries }: CodeGroup, names: NameResolvers, urls: Urls): string {
  const { version, date, licence } = names.meta;
  const page = { kind: 'code', code } as const;
  const about: [label: string, value: string][] = [
    [en.markdown.page, `<${urls.absolutePage(page, 'en')}>`],
    [zh.markdown.page, `<${urls.absolutePage(page, 'zh')}>`],
    ['JSON', `<${urls.absoluteFile(FILES.code(code))}>`],
  ];
  return `${[
    `# ${en.markdown.heading(code)} · ${zh.markdown.heading(code).split(' · ')[1]}`,
    ...(entries.length > 1 ? [inBoth((strings) => strings.code.several(entries.length))] : []),
    ...entries.map((entry) => meaning(entry, names, urls)),
    '---',
    about.map(([label, value]) => `- ${label}: ${value}`).join('\n'),
    `${en.footer.data(version, date)} · ${licence} · ${en.footer.unofficial}`,
  ].join('\n\n')}\n`;
}
