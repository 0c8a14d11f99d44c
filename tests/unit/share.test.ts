import { expect, test } from '@playwright/test';
import { FORMS, logText, type Ticket, ticketText } from '../../src/client/ticket/ticket-text.ts';

const TICKET: Ticket = {
  code: '40164',
  platform: { en: 'Official Account', zh: '公众号' },
  en: 'The call came from an IP that is not in the whitelist.',
  zh: '如非白名单IP调用',
  errmsg: 'invalid ip, not in whitelist',
  facts: 'Retry: after the fix · Who acts: administrator',
  firstCheck: 'Check first: a new server fails → its IP is not in the list. Add it.',
  url: 'https://example.org/codes/40164/#official-account',
  date: '2026-11-22',
};

test('the link format is the URL alone', () => {
  expect(ticketText('link', TICKET, 'en')).toBe(TICKET.url);
});

test('plain text has code, platform, both languages, errmsg, what helps, URL and date, the reader’s language first', () => {
  expect(ticketText('text', TICKET, 'en').split('\n')).toEqual([
    '40164 · Official Account · 公众号',
    TICKET.en,
    TICKET.zh,
    'errmsg: invalid ip, not in whitelist',
    TICKET.facts,
    TICKET.firstCheck,
    TICKET.url,
    'WeChat Error Codes, data as of 2026-11-22',
  ]);
  expect(ticketText('text', TICKET, 'zh').split('\n').slice(0, 3)).toEqual([
    '40164 · 公众号 · Official Account',
    TICKET.zh,
    TICKET.en,
  ]);
});

test('Markdown links the code and escapes the texts', () => {
  expect(ticketText('markdown', { ...TICKET, en: 'At most *5* <b> access_token', errmsg: 'a`b' }, 'en')).toBe(
    [
      '**[40164](https://example.org/codes/40164/#official-account)** · Official Account · 公众号',
      '',
      '- At most \\*5\\* \\<b\\> access_token',
      '- 如非白名单IP调用',
      '- errmsg: ``a`b``',
      `- ${TICKET.facts}`,
      `- ${TICKET.firstCheck}`,
      '',
      '_WeChat Error Codes, data as of 2026-11-22_',
    ].join('\n'),
  );
});

test('what is not known is omitted', () => {
  const bare = { ...TICKET, facts: '', firstCheck: '' };
  expect(ticketText('text', bare, 'en').split('\n')).toHaveLength(6);
  expect(ticketText('markdown', bare, 'en')).not.toMatch(/^-\s*$/m);
  for (const form of FORMS) expect(ticketText(form, { ...TICKET, errmsg: '' }, 'zh')).not.toContain('errmsg');
});

test('the codes of a log are one text, without anything of the log', () => {
  const code = { ...TICKET, where: '×2, lines 3–4', cause: 'Probably follows from 40164.' };
  const text = logText([code, { ...code, where: '', cause: '' }], '2026-11-22', 'en');
  const [first = '', second = '', source] = text.split('\n\n');
  expect(first.split('\n')[0]).toBe(`${TICKET.code} · ${TICKET.platform.en} · ${TICKET.platform.zh} · ×2, lines 3–4`);
  expect(first).toContain('Probably follows from 40164.');
  expect(second.split('\n').slice(1)).toEqual([
    TICKET.en,
    TICKET.zh,
    `errmsg: ${TICKET.errmsg}`,
    TICKET.facts,
    TICKET.url,
  ]);
  expect(source).toBe('WeChat Error Codes, data as of 2026-11-22');
});
