/**
 * Where the full-text index is, below the base. Its files name entries by their place in the instant tier's file, so the
 * two belong together: that file names the folder, and the folder has a new name with every new index. Otherwise a
 * browser could keep an old index beside new data and show the wrong entries.
 *
 * The index is made before the pages are, by another part of the build in the same process.
 */
const KEY = Symbol.for('wechat-error-codes:fulltext-folder');
const store = globalThis as { [KEY]?: string };

/** @example setFulltextFolder('3f1c0a9d2b'); fulltextFolder() // → 'pagefind/3f1c0a9d2b/' */
export function setFulltextFolder(hash: string): void {
  store[KEY] = `pagefind/${hash}/`;
}

/** In dev, where the index is in memory and follows the data, the folder has one name. */
export const fulltextFolder = (): string => store[KEY] ?? 'pagefind/dev/';
