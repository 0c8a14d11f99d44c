/** Writes the images chat tools show for a link. `CARDS=off` leaves them out. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCatalog } from '../../catalog/index.ts';
import { cardsOn } from '../../site/settings.ts';
import { FILES } from '../../site/urls.ts';
import { allCards } from './cards.ts';
import { createDraw, createRenderer } from './draw.ts';

export function socialCards(): AstroIntegration {
  let root = '';
  return {
    name: 'social-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!cardsOn(process.env)) return logger.info('no cards (CARDS=off)');
        const file = (name: string) => path.join(fileURLToPath(dir), name);
        const draw = createDraw(await createRenderer(), await fs.readFile(file(FILES.favicon)));
        const cards = allCards(readCatalog(root));
        await fs.mkdir(file('cards'), { recursive: true });
        for (const card of cards) await fs.writeFile(file(FILES.card(card.page)), await draw(card));
        logger.info(`${cards.length} cards`);
      },
    },
  };
}
