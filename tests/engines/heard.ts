/** What goes wrong in a page, for a browser that does not tell: heard in the page, and read from the console's lines. */

export type Heard = { complaints: string[]; address: string };

/** Runs in the page: listens from now on, if it did not already, and hands over what was heard so far. */
export function listen(): Heard {
  const all = window as typeof window & { heardSoFar?: string[] };
  if (!all.heardSoFar) {
    const heard: string[] = [];
    all.heardSoFar = heard;
    addEventListener('error', (event) => heard.push(`error: ${event.message}`));
    addEventListener('unhandledrejection', (event) => heard.push(`rejection: ${event.reason}`));
    addEventListener('securitypolicyviolation', (event) =>
      heard.push(`Refused by ${event.effectiveDirective}: ${event.blockedURI}`),
    );
    for (const level of ['error', 'warn'] as const) {
      const write = console[level];
      console[level] = (...what) => {
        heard.push(`${level}: ${what.join(' ')}`);
        write.apply(console, what);
      };
    }
  }
  return { complaints: all.heardSoFar.splice(0), address: location.href };
}

/** WebKitGTK is built without web app manifests, and says that it does not know the directive about them. */
const NO_MANIFESTS = "Unrecognized Content-Security-Policy directive 'manifest-src'.";

/**
 * The errors and warnings among the lines MiniBrowser writes.
 * @example consoleComplaints('http://x/:1:2: CONSOLE LOG a\nhttp://x/:1:9: CONSOLE JS ERROR Error: b')
 *   // → ['http://x/:1:9: CONSOLE JS ERROR Error: b']
 */
export const consoleComplaints = (output: string): string[] =>
  output.split('\n').filter((line) => /(^|: )CONSOLE (\w+ )?(ERROR|WARN)/.test(line) && !line.endsWith(NO_MANIFESTS));
