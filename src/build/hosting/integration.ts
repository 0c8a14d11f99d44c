/**
 * Writes what hosts read: `_headers` and `_redirects` for Cloudflare and Netlify, which other hosts serve as plain files,
 * and beside the output folder the configuration for nginx (`dist.nginx.conf`), which is not for publication.
 */
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCatalog } from '../../catalog/index.ts';
import { hostFiles } from '../../site/settings.ts';
import { createUrls } from '../../site/urls.ts';
import { headersFile } from './headers-file.ts';
import { nginxConf } from './nginx-conf.ts';
import { redirectsFile } from './redirects-file.ts';

export function hosting(): AstroIntegration {
  let [projectRoot, base, site] = ['', '', ''];
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': ({ config }) => {
        projectRoot = fileURLToPath(config.root);
        base = config.base;
        site = config.site ?? '';
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { root } = createUrls(base, site);
        const { platforms } = readCatalog(projectRoot);
        // Netlify sets this variable in its own builds.
        const host = process.env.NETLIFY === 'true' ? 'netlify' : 'cloudflare';
        await fs.writeFile(new URL('_headers', dir), headersFile(root));
        await fs.writeFile(new URL('_redirects', dir), redirectsFile(platforms, root, host));
        await fs.writeFile(
          `${fileURLToPath(dir).replace(/[/\\]$/, '')}.nginx.conf`,
          nginxConf(platforms, root, new URL(site).hostname),
        );
        const files = (await fs.readdir(dir, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
        const limit = hostFiles(process.env);
        if (files.length > limit)
          logger.warn(
            `${files.length} files; a host for ${limit} will refuse them (HOST_FILES sets another limit, CARDS=off leaves cards out)`,
          );
        else logger.info(`${files.length} files, of ${limit} that the host takes`);
      },
    },
  };
}
