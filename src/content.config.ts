/** Astro looks for the collections here; what they hold is decided in `catalog/`. */
export { collections } from './catalog/astro-loader.ts';
