/** Writes the Markdown versions of the code pages, for language models, terminals and notes. Plain CommonMark. */
import type { CodeGroup, Entry, Meta, Platform, Source, Topic } from '../catalog/index.ts';
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
  return `## ${bothNames(platform(home))}\n\n${lines.join('\n')}`;
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
