/**
 * Where readers send corrections: `SITE_REPO`, either the URL of a repository (GitHub, GitLab, Gitee, Gitea and the like)
 * or an email address. If it is unset, the site has no such link.
 */
export type ReportTarget = { kind: 'mail'; address: string } | { kind: 'repository'; url: string; host: Host };
type Host = 'github' | 'gitlab' | 'gitee' | 'gitea';

/** The issue forms in `.github/ISSUE_TEMPLATE`, by file name. */
export type IssueForm = 'wrong-meaning' | 'missing-code';

/**
 * Parses the value of SITE_REPO.
 * @throws if it is neither a repository nor an email address
 * @example reportTarget('https://github.com/o/r/') // → { kind: 'repository', url: 'https://github.com/o/r', host: 'github' }
 */
export function reportTarget(value: string | undefined): ReportTarget | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  const address = text.replace(/^mailto:/, '');
  if (/^[^\s@/:?&]+@[^\s@/:?&]+\.[^\s@/:?&]+$/.test(address)) return { kind: 'mail', address };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const path = url?.pathname.replace(/(\.git)?\/*$/, '') ?? '';
  if (url?.protocol !== 'https:' || path.split('/').length < 3 || url.search || url.hash) {
    throw new Error(
      `SITE_REPO is “${text}”: set it to a repository such as https://github.com/owner/name or to an email address, or leave it unset.`,
    );
  }
  // Forgejo and most others accept the same parameters as Gitea.
  const host = (['github', 'gitlab', 'gitee'] as const).find((name) => url.host.includes(name)) ?? 'gitea';
  return { kind: 'repository', url: `${url.origin}${path}`, host };
}

const FIELDS: Record<Host, { path: string; title: string; body: string }> = {
  // An issue form has fields instead of a body; `report` is the id of its first one.
  github: { path: '/issues/new', title: 'title', body: 'report' },
  gitlab: { path: '/-/issues/new', title: 'issue[title]', body: 'issue[description]' },
  gitee: { path: '/issues/new', title: 'issue[title]', body: 'issue[description]' },
  gitea: { path: '/issues/new', title: 'title', body: 'body' },
};

/** Encodes spaces as %20: email clients show `+` literally. */
const query = (parameters: Record<string, string>) =>
  Object.entries(parameters)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');

/**
 * Returns the URL that opens a new report with title and text filled in.
 * @param form which issue form to use; only GitHub has them
 * @example reportUrl({ kind: 'mail', address: 'a@b.example' }, 'wrong-meaning', '40001', 'Code: 40001')
 *   // → 'mailto:a@b.example?subject=40001&body=Code%3A%2040001'
 */
export function reportUrl(target: ReportTarget, form: IssueForm, title: string, body: string): string {
  if (target.kind === 'mail') return `mailto:${target.address}?${query({ subject: title, body })}`;
  const { path, title: titleField, body: bodyField } = FIELDS[target.host];
  const template: Record<string, string> = target.host === 'github' ? { template: `${form}.yml` } : {};
  return `${target.url}${path}?${query({ ...template, [titleField]: title, [bodyField]: body })}`;
}

/**
 * Returns the URL of an entry's line in the repository; undefined for an email address.
 * @param line in `data/codes.csv`, 1 = its header
 * @example editUrl(target, 41) // → 'https://github.com/o/r/blob/HEAD/data/codes.csv?plain=1#L41'
 */
export function editUrl(target: ReportTarget, line: number): string | undefined {
  if (target.kind === 'mail') return undefined;
  const blob = target.host === 'gitlab' ? '/-/blob/HEAD' : target.host === 'gitee' ? '/blob/master' : '/blob/HEAD';
  return `${target.url}${blob}/data/codes.csv?plain=1#L${line}`;
}
