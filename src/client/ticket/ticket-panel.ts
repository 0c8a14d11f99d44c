/** The panel “Copy for a ticket”: the three forms of one entry. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import styles from '../../styles/ticket.css?inline';
import { adoptStyles, element } from '../dom.ts';
import { dataDate, locale } from '../page-settings.ts';
import { instant } from '../search/instant.ts';
import { confirmCopy, copyText } from './clipboard.ts';
import { firstCheck, ticketOf } from './ticket.ts';
import { FORMS, type Form, type Ticket, ticketText } from './ticket-text.ts';

const t = browserStrings(locale);

/** Returns the ticket of an entry. @param id code and home platform, as in `data-share` */
async function ticketBy(id: string): Promise<Ticket | undefined> {
  const { data, texts } = await instant();
  const index = data.entries.findIndex(({ code, platforms: [home] }) => `${code}-${home}` === id);
  await texts([index]);
  const entry = data.entries[index];
  const platform = data.platforms.find(({ slug }) => slug === entry?.platforms[0]);
  if (!entry || !platform) return undefined;
  const check = await firstCheck(entry, platform.slug);
  return { ...ticketOf(entry, platform), firstCheck: check, date: dataDate };
}

/** Puts the panel below the button, or further left where the window ends; it scrolls with the page. */
function moveBelow(panel: HTMLElement, button: HTMLElement) {
  const area = button.getBoundingClientRect();
  const left = Math.min(area.left, document.documentElement.clientWidth - panel.offsetWidth - 8);
  panel.style.left = `${Math.max(8, left) + scrollX}px`;
  panel.style.top = `${area.bottom + 4 + scrollY}px`;
}

function makePanel(button: HTMLElement, ticket: Ticket): HTMLElement {
  adoptStyles(styles);
  const preview = element('textarea', { readonly: '', rows: '7', 'aria-label': t.share(ticket.code) });
  const status = element('p', { role: 'status' });
  const show = (form: Form) => {
    preview.value = ticketText(form, ticket, locale);
  };
  show('text');
  const buttons = FORMS.map((form) => {
    const choice = element('button', { type: 'button', class: 'button' }, t.forms[form]);
    choice.addEventListener('focus', () => show(form));
    choice.addEventListener('pointerenter', () => show(form));
    choice.addEventListener('click', async () => {
      show(form);
      if (await copyText(preview.value)) {
        panel.hidePopover();
        confirmCopy(button, true, t.copiedAs(t.forms[form]));
        return;
      }
      status.textContent = t.copyByHand;
      preview.focus();
      preview.select();
    });
    return choice;
  });
  const panel = element(
    'div',
    { popover: '', class: 'share', role: 'group', 'aria-label': t.share(ticket.code) },
    element('p', {}, ...buttons),
    preview,
    status,
  );
  panel.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') panel.remove();
  });
  return panel;
}

/**
 * Opens the panel of a `[data-share]` element. Without the data (no connection) the button shows that copying failed; a
 * link with the attribute still links to its row.
 */
export async function openShare(button: HTMLElement): Promise<void> {
  const ticket = await ticketBy(button.dataset.share ?? '').catch(() => undefined);
  if (!ticket) {
    confirmCopy(button, false, t.copyFailed);
    return;
  }
  const panel = makePanel(button, ticket);
  document.querySelector('main')?.append(panel);
  panel.showPopover();
  moveBelow(panel, button);
  panel.querySelector('button')?.focus();
}
