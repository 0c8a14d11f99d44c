/** Writes the pictures chat tools show for a link, one for each code, and the site's icons. `CARDS=off` leaves the cards out. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCatalog } from '../../catalog/index.ts';
import { cardsOn } from '../../site/settings.ts';
import { FILES } from '../../site/urls.ts';
import { allCards } from './content.ts';
import { drawIcon, ICONS, type IconName } from './icons.ts';
import { writeCards } from './write.ts';

async function writeIcons(favicon: Uint8Array, target: string): Promise<void> {
  for (const name of Object.keys(ICONS) as IconName[]) {
    const file = path.join(target, FILES.icon(name));
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, await drawIcon(favicon, name));
  }
}

export function cards(): AstroIntegration {
  let [root, cache, favicon] = ['', '', ''];
  return {
    name: 'cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        cache = path.join(fileURLToPath(config.cacheDir), 'cards');
        favicon = path.join(fileURLToPath(config.publicDir), FILES.favicon);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const target = fileURLToPath(dir);
        await writeIcons(await fs.readFile(favicon), target);
        if (!cardsOn(process.env)) return logger.info('no cards (CARDS=off)');
        const { drawn, cached } = await writeCards(allCards(readCatalog(root)), target, cache, favicon);
        logger.info(`${drawn + cached} cards: ${drawn} drawn, ${cached} from the cache`);
      },
    },
  };
}
