/** One way to drive any browser, so that one set of tests can ask them all. */

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINES)[number];

/** A running browser. */
export type Engine = {
  /** What it calls itself, such as `Firefox 153.7.0`. */
  readonly version: string;
  /** A tab with a storage of its own. One at a time: close it before the next. */
  open(): Promise<Tab>;
  /** Ends the browser and all that was started for it. */
  close(): Promise<void>;
};

/** A tab. Every method throws when the browser refuses what is asked of it. */
export type Tab = {
  /** Resolves when the page is loaded. */
  goto(url: string): Promise<void>;
  /** Types into whatever has the focus, as a keyboard does. */
  type(text: string): Promise<void>;
  /** Presses keys together, named as in `KeyboardEvent.key`. @example press('Control+v') */
  press(keys: string): Promise<void>;
  /** Scrolls the first element to the middle of the window and presses the mouse's button there. */
  click(selector: string): Promise<void>;
  /** The first element's text as it is shown; null when there is none. */
  text(selector: string): Promise<string | null>;
  /**
   * Runs a function in the page, waits for what it promises, and returns that. It goes over as source, so it sees its
   * arguments only; arguments and answer go over as JSON. It works under any Content-Security-Policy.
   */
  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Size of the page's window, in CSS pixels. The height is what the browser leaves of it. */
  resize(width: number, height: number): Promise<void>;
  /** What is seen of the page, as PNG. */
  screenshot(): Promise<Buffer>;
  /** Errors and warnings of all pages so far: uncaught exceptions, the console, and what a policy refused. */
  complaints(): Promise<string[]>;
  /** What the pages asked of hosts other than localhost: addresses, or host and port where they are encrypted. */
  abroad(): Promise<string[]>;
  close(): Promise<void>;
};
