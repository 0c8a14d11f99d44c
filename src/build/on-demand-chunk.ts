/**
 * Gives the pages the URL of the script they fetch on demand (`client/on-demand.ts`), so that home and search can
 * preload it beside their HTML instead of after their first script. Astro renders pages after it has bundled the
 * browser's scripts, in the same process; it has no API for a chunk's name.
 */
import type { AstroIntegration } from 'astro';
import { onDemandChunks, setBuildValues } from '../site/build-values.ts';

const MODULE = '/client/on-demand.ts';

export function nameOnDemandChunk(): AstroIntegration {
  return {
    name: 'on-demand-chunk',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'on-demand-chunk',
                generateBundle(_options, bundle) {
                  const chunk = Object.values(bundle).find(
                    (file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(MODULE)),
                  );
                  if (chunk?.type !== 'chunk' || this.environment.name !== 'client') return;
                  // Without these the browser would find them only when the first has arrived. Every page has its own script.
                  const imported = chunk.imports.filter((file) => !/Base\.astro/.test(file));
                  setBuildValues({ onDemandChunks: [chunk.fileName, ...imported] });
                },
              },
            ],
          },
        });
      },
      'astro:build:generated': () => {
        if (!onDemandChunks().length) throw new Error(`no chunk was built from src${MODULE}; was the file renamed?`);
      },
    },
  };
}
