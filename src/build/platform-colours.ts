/** Tailwind plugin: gives every platform of `data/platforms.json` its colour as `--p`, for both themes. */
import { fileURLToPath } from 'node:url';
import plugin from 'tailwindcss/plugin';
import { readCatalog } from '../catalog/index.ts';

export default plugin(({ addBase }) => {
  const { platforms } = readCatalog(fileURLToPath(new URL('../..', import.meta.url)), { draft: true });
  for (const { slug, colour } of platforms)
    addBase({ [`[data-p="${slug}"]`]: { '--p': `light-dark(${colour.light}, ${colour.dark})` } });
});
