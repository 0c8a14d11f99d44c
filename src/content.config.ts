/** Astro looks for the collections here; `catalog/` defines them. */
export { collections } from './catalog/astro-loader.ts';
