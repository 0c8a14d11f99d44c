/** The theme button: switches between light and dark. */
const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
const root = document.documentElement;

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)').matches;

if (button) {
  button.addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark();
    const next = dark ? 'light' : 'dark';
    root.dataset.theme = next;
    try {
      // The system's own theme is not stored, so that later changes of it are followed.
      if ((next === 'dark') === systemIsDark()) localStorage.removeItem('theme');
      else localStorage.setItem('theme', next);
    } catch {
      // Storage is denied: the choice applies to this page only.
    }
  });
}

export {};
