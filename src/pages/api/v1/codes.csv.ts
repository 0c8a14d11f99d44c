import type { APIRoute } from 'astro';
import { catalog } from '../../../catalog/index.ts';
import { urls } from '../../../site/config.ts';
import { csvFile } from '../../../site/csv-file.ts';
import { apiCodes } from '../../../site/json.ts';

export const GET: APIRoute = async () => {
  const { entries, meta } = await catalog();
  const text = csvFile(apiCodes(entries, meta, urls).codes);
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
