/** What a host sends of a file: text compressed, the rest as it is. */
import fs from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pagefind's formats (`.pf_*`, `.pagefind`) and pictures are compressed already. */
const TEXT = /\.(html|js|json|xml|txt|md|csv|svg|webmanifest)$/;

export type Wire = { plain: Buffer; gzip: Buffer | undefined; brotli: Buffer | undefined };

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

async function pack(file: string): Promise<Wire> {
  const plain = await fs.readFile(file);
  if (!TEXT.test(file)) return { plain, gzip: undefined, brotli: undefined };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  const [small, smaller] = await Promise.all([
    gzipOf(plain, { level: constants.Z_BEST_COMPRESSION }),
    brotliOf(plain, { params }),
  ]);
  return { plain, gzip: small, brotli: smaller };
}

const known = new Map<string, Promise<Wire>>();

/** A file in each of the forms it may be sent in, both at their best; made once. @throws when there is no such file */
export function wire(file: string): Promise<Wire> {
  const wire = known.get(file) ?? pack(file);
  known.set(file, wire);
  return wire;
}

/** Bytes with Brotli for text, as it is for the rest. @example brotliSize({ plain, gzip: undefined, brotli: undefined }) // → plain.length */
export const brotliSize = ({ plain, brotli }: Wire): number => brotli?.length ?? plain.length;
export const gzipSize = ({ plain, gzip }: Wire): number => gzip?.length ?? plain.length;
