/** The theme button: light, dark, and back to what the system says. */
const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
const root = document.documentElement;

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)').matches;

if (button) {
  button.addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark();
    const next = dark ? 'light' : 'dark';
    root.dataset.theme = next;
    try {
      // What the system says anyway need not be remembered.
      if ((next === 'dark') === systemIsDark()) localStorage.removeItem('theme');
      else localStorage.setItem('theme', next);
    } catch {
      // Storage is denied: the choice lasts for this page.
    }
  });
}

export {};
