/**
 * Tells the pages the address of the script they fetch on demand (`client/features.ts`), so that home and search can
 * preload it beside their HTML instead of after their first script. Astro renders pages after it has bundled the browser's
 * scripts, in the same process; it has no way of its own to say what a chunk was named.
 */
import type { AstroIntegration } from 'astro';

const KEY = Symbol.for('wechat-error-codes:features-chunk');
const store = globalThis as { [KEY]?: string };
const MODULE = '/client/features.ts';

/** File of the chunk below the base, such as `_astro/features.B4MgI.js`; nothing in dev, where there are no chunks. */
export const featuresChunk = (): string | undefined => store[KEY];

export function nameFeaturesChunk(): AstroIntegration {
  return {
    name: 'features-chunk',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'features-chunk',
                generateBundle(_options, bundle) {
                  const chunk = Object.values(bundle).find(
                    (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(MODULE),
                  );
                  if (chunk && this.environment.name === 'client') store[KEY] = chunk.fileName;
                },
              },
            ],
          },
        });
      },
      'astro:build:generated': () => {
        if (!store[KEY]) throw new Error(`no chunk was made of src${MODULE}; has it been renamed?`);
      },
    },
  };
}
