/** The panel “Copy for a ticket”: offers the three forms of one entry. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import styles from '../../styles/ticket.css?inline';
import { adopt } from '../adopt-styles.ts';
import { element } from '../create-element.ts';
import { dataDate, locale, urls } from '../page-settings.ts';
import { instant } from '../search/instant.ts';
import { copyText, showCopied } from './clipboard.ts';
import { FORMS, type Form, type Ticket, ticketText } from './ticket-text.ts';

const t = browserStrings(locale);

/** Returns the ticket of an entry by its id, which `data-share` holds. */
async function ticketOf(id: string): Promise<Ticket | undefined> {
  const { data } = await instant();
  const entry = data.entries.find(({ code, platforms: [home] }) => `${code}-${home}` === id);
  const platform = data.platforms.find(({ slug }) => slug === entry?.platforms[0]);
  if (!entry || !platform) return undefined;
  const { code, en, zh, errmsg } = entry;
  const url = urls.absolutePage({ kind: 'code', code }, locale, platform.slug);
  return { code, platform: platform.name, en, zh, errmsg, url, date: dataDate };
}

/** Places the panel below the button, within the page's width; it scrolls with the page. */
function place(panel: HTMLElement, button: HTMLElement) {
  const box = button.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - panel.offsetWidth - 8);
  panel.style.left = `${Math.max(8, left) + scrollX}px`;
  panel.style.top = `${box.bottom + 4 + scrollY}px`;
}

function makePanel(button: HTMLElement, ticket: Ticket): HTMLElement {
  adopt(styles);
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
        showCopied(button, true, t.copiedAs(t.forms[form]));
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
 * Opens the panel of a `[data-share]`. If the data cannot be fetched, shows that copying failed; a link with the
 * attribute still links to its row.
 */
export async function openTicketPanel(button: HTMLElement): Promise<void> {
  const ticket = await ticketOf(button.dataset.share ?? '').catch(() => undefined);
  if (!ticket) {
    showCopied(button, false, t.copyFailed);
    return;
  }
  const panel = makePanel(button, ticket);
  document.querySelector('main')?.append(panel);
  panel.showPopover();
  place(panel, button);
  panel.querySelector('button')?.focus();
}
