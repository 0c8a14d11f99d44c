/** The two sites nginx serves in the hosting tests: the same build at the root and below a path. */
import path from 'node:path';
import { ROOT } from '../fixtures/catalog.ts';

export const SITES = [
  { name: 'at the root', base: '/', port: 4386 },
  { name: 'below a path', base: '/docs/errors/', port: 4387 },
].map((site) => ({
  ...site,
  origin: `http://localhost:${site.port}`,
  folder: path.join(ROOT, 'node_modules/.hosting-test', String(site.port)),
}));
