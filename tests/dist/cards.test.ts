import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { MAX_BYTES } from '../../src/build/social-cards/draw.ts';
import { ICONS, type IconName } from '../../src/build/social-cards/icons.ts';
import { groupByCode } from '../../src/catalog/questions.ts';
import { FILES } from '../../src/site/urls.ts';
import { catalog } from '../fixtures/catalog.ts';
import { DIST } from '../fixtures/site.ts';

test('every code has a card, and the site', async () => {
  const codes = groupByCode(catalog.entries).map(({ code }) => code);
  const expected = [undefined, ...codes].map((code) => FILES.card(code));
  const files = fs.readdirSync(path.join(DIST, 'cards')).map((file) => `cards/${file}`);
  expect(files.sort()).toEqual(expected.sort());
  for (const file of files) {
    const { format, width, height, hasAlpha } = await sharp(path.join(DIST, file)).metadata();
    expect({ format, width, height, hasAlpha }, file).toEqual({
      format: 'png',
      width: 1200,
      height: 630,
      hasAlpha: false,
    });
    expect(fs.statSync(path.join(DIST, file)).size, file).toBeLessThanOrEqual(MAX_BYTES);
  }
});

test('no two codes have the same card', () => {
  const files = fs.readdirSync(path.join(DIST, 'cards'));
  const pictures = new Set(files.map((file) => fs.readFileSync(path.join(DIST, 'cards', file), 'base64')));
  expect(pictures.size).toBe(files.length);
});

test('icons have their sizes, and those a system cuts are full', async () => {
  for (const name of Object.keys(ICONS) as IconName[]) {
    const icon = sharp(path.join(DIST, FILES.icon(name)));
    const { format, width, height } = await icon.metadata();
    const size = { 'icon-192': 192, 'icon-512': 512, 'maskable-512': 512, 'apple-touch-icon': 180 }[name];
    expect({ format, width, height }, name).toEqual({ format: 'png', width: size, height: size });
    const { isOpaque } = await icon.stats();
    expect(isOpaque, name).toBe(ICONS[name].full);
  }
});
