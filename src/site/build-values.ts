/**
 * Passes values from integrations to pages within one build. Astro bundles the pages apart from the integrations, so a
 * module variable would exist twice; both can reach `globalThis`.
 */
type BuildValues = { fulltextFolder?: string; onDemandChunks?: string[] };

const KEY = Symbol.for('wechat-error-codes:build-values');
const store = globalThis as { [KEY]?: BuildValues };

/** Stores values for the pages. Integrations call it before pages are rendered. */
export function setBuildValues(values: BuildValues): void {
  store[KEY] = { ...store[KEY], ...values };
}

/**
 * Returns the folder of the full-text index, below the base. The index names entries by their position in the instant
 * file, so the folder's name changes with every new index and the instant file names the folder that belongs to it.
 * In dev the index is in memory and the folder has one fixed name.
 * @example setBuildValues({ fulltextFolder: 'pagefind/3f1c0a9d2b/' }); fulltextFolder() // → 'pagefind/3f1c0a9d2b/'
 */
export const fulltextFolder = (): string => store[KEY]?.fulltextFolder ?? 'pagefind/dev/';

/** Returns the files of the script fetched on demand and of what it imports, such as `_astro/on-demand.B4MgI.js`; none in dev. */
export const onDemandChunks = (): readonly string[] => store[KEY]?.onDemandChunks ?? [];
