/** Compresses the built site (see hosting/precompress.ts). Must be the last integration: what is written after it has no copies. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { precompress as compress, type Precompression, precompression } from './precompress.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export function precompress(): AstroIntegration {
  let how: Precompression = 'off';
  return {
    name: 'precompress',
    hooks: {
      // A wrong setting stops the build before it has begun.
      'astro:config:setup': ({ command }) => {
        if (command === 'build') how = precompression(process.env);
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (how === 'off') return logger.info('no compressed copies (PRECOMPRESS=off)');
        const { files, bytes, gzip, brotli } = await compress(fileURLToPath(dir), how);
        logger.info(`${files} files, ${megabytes(bytes)}: gzip ${megabytes(gzip)}, brotli ${megabytes(brotli)}`);
      },
    },
  };
}
