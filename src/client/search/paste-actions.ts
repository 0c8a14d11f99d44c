/** What can be done with a pasted text: copy the answer or the text without secrets, find the codes in it, clear it. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import type { Answer } from '../../lookup/answer/answer.ts';
import type { AnswerItem } from '../../lookup/answer/items.ts';
import { button, element } from '../dom.ts';
import { dataDate, locale } from '../page-settings.ts';
import { copyText } from '../ticket/clipboard.ts';
import { ticketOf } from '../ticket/ticket.ts';
import { logText } from '../ticket/ticket-text.ts';
import { causeText, ranges } from './results.ts';

const t = browserStrings(locale);

export type PasteActions = {
  /** Selects a part of the text, given by its start and end, and scrolls to it. */
  onShow(span: [start: number, end: number]): void;
  onClear(): void;
};

/** Copies what `write` resolves to. It is called now, because the clipboard is open only right after a click. */
function copyButton(label: string, hint: string, status: HTMLElement, write: Promise<string | undefined>) {
  const copy = async () => {
    const text = await write;
    status.textContent =
      text !== undefined && (await copyText(text)) ? [t.copied, hint].filter(Boolean).join('. ') : t.copyFailed;
  };
  return button(label, copy, hint ? { title: hint } : {});
}

const whereFound = ({ found }: AnswerItem) => (found ? t.foundAt(found.count, ranges(found.lines)) : '');

/** Writes the codes of a text for a ticket. */
function logTicket({ items }: Answer): string {
  const codes = items.flatMap((item) => {
    const [meaning] = item.meanings;
    const platform = meaning?.platforms[0];
    if (item.match !== 'code' || !meaning || !platform) return [];
    return [{ ...ticketOf(meaning.entry, platform), where: whereFound(item), cause: causeText(item) }];
  });
  return logText(codes, dataDate, locale);
}

/** Returns the buttons, and the status that they write to. */
export function pasteActions(answer: Answer, { onShow, onClear }: PasteActions): HTMLElement[] {
  const status = element('span', { role: 'status', class: 'ml-3 text-sm text-mute' });
  const redacted = import('../../lookup/paste/redact.ts').then(
    ({ redact }) => redact(answer.query),
    () => undefined,
  );
  const spans = answer.items.flatMap(({ found }) => (found ? [found.span] : []));
  let place = 0;
  const next = button(t.inText(1, spans.length), () => {
    const span = spans[place];
    next.textContent = t.inText(place + 1, spans.length);
    place = (place + 1) % spans.length;
    if (span) onShow(span);
  });
  return [
    ...(answer.items[0]?.match === 'code'
      ? [copyButton(t.copyAnswer, '', status, Promise.resolve(logTicket(answer)))]
      : []),
    copyButton(t.copySafe, t.copySafeHint, status, redacted),
    ...(spans.length ? [next] : []),
    button(t.clear, onClear),
    status,
  ];
}
