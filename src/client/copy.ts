/** Buttons with `data-copy`: one click copies the text, and the result is said on the button and to screen readers. */
const announcer = document.querySelector<HTMLElement>('[data-copy-status]');

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const done = await copy(button.dataset.copy ?? '');
    const said = (done ? announcer?.dataset.copied : announcer?.dataset.failed) ?? '';
    if (announcer) announcer.textContent = said;
    button.textContent = said;
    setTimeout(() => {
      button.textContent = label;
      if (announcer) announcer.textContent = '';
    }, 2000);
  });
}

export {};
