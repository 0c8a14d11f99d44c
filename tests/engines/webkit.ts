/**
 * WebKitGTK: its MiniBrowser over W3C WebDriver, on a display of its own.
 *
 * WebDriver gives no console, and MiniBrowser writes none while it is driven. So what goes wrong after a page is loaded is
 * heard by listeners in the page, and every address that was shown is loaded once more in a MiniBrowser that is not
 * driven, which writes what goes wrong while it loads. What pages ask of other hosts goes to a proxy that notes and
 * refuses it.
 */
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../fixtures/free-port.ts';
import { end, start, written } from '../fixtures/running.ts';
import { tabOf } from './actions.ts';
import type { Engine, Tab } from './engine.ts';
import { consoleComplaints, type Heard, listen } from './heard.ts';
import { findProgram } from './programs.ts';
import { refusingProxy } from './refusing-proxy.ts';
import { jsonFunction, readAnswer } from './source.ts';

/** MiniBrowser's own buttons would keep its window from being as narrow as a phone. */
const NARROW = 'headerbar, toolbar, box > box * { min-width: 0; margin: 0; padding: 0; font-size: 2px; }';

export async function startWebKit(): Promise<Engine> {
  const miniBrowser = findProgram('minibrowser');
  const webDriver = findProgram('webdriver');
  const xServer = findProgram('xvfb');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'engines-webkit-'));
  fs.mkdirSync(path.join(folder, 'gtk-3.0'));
  fs.writeFileSync(path.join(folder, 'gtk-3.0', 'gtk.css'), NARROW);
  const xvfb = start(xServer, ['-displayfd', '1', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [, display] = await written(xvfb.stdout, /(\d+)\n/);
  const env = {
    ...process.env,
    DISPLAY: `:${display}`,
    GDK_BACKEND: 'x11',
    // Light, whatever the desktop says.
    GTK_THEME: 'Adwaita',
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    XDG_DATA_HOME: folder,
  };
  let abroad: string[] = [];
  const proxy = await refusingProxy((what) => abroad.push(what));
  const throughProxy = [`--proxy=${proxy.address}`, '--ignore-host=localhost'];
  const port = await freePort();
  const driver = start(webDriver, [`--port=${port}`], { env, stdio: 'ignore' });

  /** @throws what the driver answers instead of a value */
  async function call<R>(method: 'GET' | 'POST' | 'DELETE', address: string, body?: object): Promise<R> {
    const response = await fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: R & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${address.replace(/^\/session\/[^/]+/, '')}: ${value.error} ${value.message}`);
    return value;
  }

  async function ready(): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline && driver.exitCode === null) {
      const answered = await call('GET', '/status').then(
        () => true,
        () => false,
      );
      if (answered) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('WebKitWebDriver did not answer');
  }

  /** What the console says while a page loads. Whatever the option is called, it comes on the error stream. */
  async function complaintsOnLoad(address: string): Promise<string[]> {
    const program = start(
      miniBrowser,
      ['--exit-after-load', '--enable-write-console-messages-to-stdout=true', ...throughProxy, address],
      { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 20_000 },
    );
    let output = '';
    program.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
    });
    const [code] = await once(program, 'close');
    if (code !== 0) throw new Error(`MiniBrowser did not load ${address}: it ended with ${code}`);
    return consoleComplaints(output);
  }

  async function open(): Promise<Tab> {
    abroad = [];
    const complaints: string[] = [];
    const shown = new Set<string>();
    type Session = { sessionId: string };
    const { sessionId } = await call<Session>('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation', ...throughProxy] } },
      },
    });
    const session = `/session/${sessionId}`;

    async function run<R>(source: string, args: unknown[]): Promise<R> {
      // The function gets its arguments and, as the last one, what to call when it is done.
      const script = `const [json, done] = arguments;
        (${source})(json).then((answer) => done({ answer }), (error) => done({ error: String(error) }));`;
      type Done = { answer: string } | { error: string };
      const done = await call<Done>('POST', `${session}/execute/async`, { script, args: [JSON.stringify(args)] });
      if ('error' in done) throw new Error(done.error);
      return readAnswer(done.answer);
    }
    async function hear() {
      const heard = await run<Heard>(jsonFunction(listen), []);
      complaints.push(...heard.complaints);
      if (heard.address.startsWith('http')) shown.add(heard.address);
    }

    return tabOf({
      goto: async (url) => {
        await call('POST', `${session}/url`, { url });
        await hear();
      },
      act: async (actions) => {
        await call('POST', `${session}/actions`, { actions });
      },
      evaluate: async (wanted, ...args) => {
        await hear();
        return run(jsonFunction(wanted), args);
      },
      resize: async (width, height) => {
        await call('POST', `${session}/window/rect`, { width, height });
      },
      screenshot: async () => Buffer.from(await call<string>('GET', `${session}/screenshot`), 'base64'),
      complaints: async () => {
        await hear();
        for (const address of shown) complaints.push(...(await complaintsOnLoad(address)));
        shown.clear();
        return complaints;
      },
      abroad: async () => abroad,
      close: async () => {
        await call('DELETE', session);
      },
    });
  }

  async function close() {
    await end(driver);
    await end(xvfb);
    proxy.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }

  try {
    await ready();
  } catch (error) {
    await close();
    throw error;
  }
  const asked = start(miniBrowser, ['--version'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [version] = await written(asked.stdout, /WebKitGTK \S+/);
  return { version, open, close };
}
