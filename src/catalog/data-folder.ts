import path from 'node:path';

/**
 * Returns the path of a catalog file, relative to the project. The folder is `data`; the environment variable `DATA_DIR`
 * selects another one, for example to build the site from a small catalog.
 * @example dataFile('codes.csv') // → 'data/codes.csv'
 */
export const dataFile = (name: string): string => path.posix.join(process.env.DATA_DIR || 'data', name);

export const PLATFORMS_FILE = dataFile('platforms.json');
export const TOPICS_FILE = dataFile('topics.json');
export const SOURCES_FILE = dataFile('sources.json');
export const META_FILE = dataFile('meta.json');
export const GLOSSARY_FILE = dataFile('glossary.csv');
