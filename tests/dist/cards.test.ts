import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { CARD_SIZE } from '../../src/site/settings.ts';
import { pngSize } from '../fixtures/formats.ts';
import { DIST, pageAt, paths, site } from '../fixtures/site.ts';

const files = fs.readdirSync(path.join(DIST, 'cards')).map((name) => `cards/${name}`);

test('the cards are those that pages announce', () => {
  const announced = paths.flatMap((each) =>
    pageAt(each)
      .document.querySelectorAll('meta[property="og:image"]')
      .map((meta) => site.fileOf(meta.getAttribute('content') ?? '')),
  );
  expect([...new Set(announced)].sort()).toEqual(files.sort());
});

test('every card is a PNG of the announced size, and no two are the same', () => {
  const pictures = files.map((file) => fs.readFileSync(path.join(DIST, file)));
  for (const picture of pictures) expect(pngSize(picture)).toEqual(CARD_SIZE);
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(files.length);
});
