/** Tightens the Content-Security-Policy of every rendered page. */
import { defineMiddleware } from 'astro:middleware';
import { tightenCsp } from './site/security/csp.ts';

export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(tightenCsp(await response.text()), response);
});
