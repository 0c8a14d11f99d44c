/** A bookmark that looks up what is selected on any page. */
/**
 * Runs on other people's pages, so it is small, changes nothing there, and takes only what may stand in an address: a
 * short selection as it is, of a longer one the code in it, else its first line.
 */
function lookUpSelection(search: string, most: number, question: string): void {
  const text = String(getSelection()).trim() || (prompt(question) ?? '').trim();
  if (!text) return;
  const named = /(?:err(?:or)?[_ ]?code|error|返回码|错误码)\D{0,12}?(-?\d{1,10})(?!\d)/i.exec(text);
  const short = text.length <= most && !text.includes('\n');
  const query = short ? text : named ? named[1] : text.split('\n')[0]?.slice(0, most);
  open(`${search}?q=${encodeURIComponent(query ?? '')}`);
}

/**
 * @param search absolute address of the search page
 * @param most characters a selection may have to go into an address as it is
 * @param question what it asks when nothing is selected
 * @example bookmarklet('https://…/search/', 64, 'Code?') // → 'javascript:((function …)("https://…/search/",64,"Code?"))'
 */
export function bookmarklet(search: string, most: number, question: string): string {
  const source = lookUpSelection.toString().replace(/\s*\n\s*/g, ' ');
  const values = [search, most, question].map((value) => JSON.stringify(value)).join(',');
  return `javascript:${encodeURIComponent(`(${source})(${values});`)}`;
}
