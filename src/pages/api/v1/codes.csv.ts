import type { APIRoute } from 'astro';
import { csvFile } from '../../../api/csv.ts';
import { apiCodes } from '../../../api/entries.ts';
import { catalog } from '../../../catalog/collections.ts';
import { urls } from '../../../site/config.ts';

export const GET: APIRoute = async () => {
  const { entries, meta } = await catalog();
  const text = csvFile(apiCodes(entries, meta, urls).codes);
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
