/**
 * Adds to `tests/data/published-urls.txt` what the built site publishes and the list does not have yet. It never takes
 * anything away: what has been published once must be answered for ever.
 *   npm run build && npm run urls:publish
 */
import { missingFrom, publishedAddresses, readPublished, writePublished } from './fixtures/published.ts';
import { site } from './fixtures/site.ts';

const listed = readPublished();
const added = missingFrom(listed, publishedAddresses(site));
writePublished([...listed, ...added]);
console.log(`${added.length} addresses added, ${listed.length + added.length} in all`);
