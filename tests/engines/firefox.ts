/** Firefox as it is installed, over WebDriver BiDi. Playwright's own BiDi asks for commands that an ESR does not have. */
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { start, written } from '../fixtures/running.ts';
import { tabOf } from './actions.ts';
import { connect } from './bidi.ts';
import type { Engine, Tab } from './engine.ts';
import { findProgram } from './programs.ts';
import { jsonFunction, readAnswer } from './source.ts';

type Answer =
  | { type: 'success'; result: { value: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };
type LogEntry = { level: string; text: string | null; source: { context?: string } };
type Request = { context: string | null; request: { url: string } };

/** Light, whatever the desktop says; and no word to Mozilla. The remote agent sets further ones of its own. */
const PREFERENCES = {
  'layout.css.prefers-color-scheme.content-override': 1,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
};

export async function startFirefox(): Promise<Engine> {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'engines-firefox-'));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  fs.writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  const program = start(
    findProgram('firefox'),
    ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(program, 'exit');
  const [, address] = await written(program.stderr, /WebDriver BiDi listening on (ws:\S+)/);
  const bidi = await connect(`${address}/session`);
  type Session = { capabilities: { browserName: string; browserVersion: string } };
  const { capabilities } = await bidi.send<Session>('session.new', { capabilities: {} });
  await bidi.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });

  let tab = '';
  let complaints: string[] = [];
  let abroad: string[] = [];
  bidi.on<LogEntry>('log.entryAdded', ({ level, text, source }) => {
    if (source.context === tab && ['error', 'warn'].includes(level)) complaints.push(`${level}: ${text}`);
  });
  bidi.on<Request>('network.beforeRequestSent', ({ context, request }) => {
    const { protocol, hostname } = new URL(request.url);
    if (context === tab && /^(http|ws)/.test(protocol) && hostname !== 'localhost') abroad.push(request.url);
  });

  async function open(): Promise<Tab> {
    const { userContext } = await bidi.send<{ userContext: string }>('browser.createUserContext');
    const made = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab', userContext });
    const { context } = made;
    tab = context;
    complaints = [];
    abroad = [];
    // What a policy refuses is in Firefox's own console, which BiDi does not report: the page says it in its own.
    await bidi.send('script.addPreloadScript', {
      contexts: [context],
      functionDeclaration: `() => addEventListener('securitypolicyviolation', (event) =>
        console.error('Refused by ' + event.effectiveDirective + ': ' + event.blockedURI))`,
    });
    return tabOf({
      goto: async (url) => {
        await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      act: async (actions) => {
        await bidi.send('input.performActions', { context, actions });
      },
      evaluate: async (run, ...args) => {
        const answer = await bidi.send<Answer>('script.callFunction', {
          target: { context },
          functionDeclaration: jsonFunction(run),
          arguments: [{ type: 'string', value: JSON.stringify(args) }],
          awaitPromise: true,
        });
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
        return readAnswer(answer.result.value);
      },
      resize: async (width, height) => {
        await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } });
      },
      screenshot: async () => {
        const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
        return Buffer.from(data, 'base64');
      },
      complaints: async () => complaints,
      abroad: async () => abroad,
      close: async () => {
        await bidi.send('browser.removeUserContext', { userContext });
      },
    });
  }

  async function close() {
    await bidi.send('browser.close');
    await ended;
    bidi.close();
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }

  return { version: `Firefox ${capabilities.browserVersion}`, open, close };
}
