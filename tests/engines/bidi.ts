/** WebDriver BiDi: commands and events as JSON over one WebSocket. https://www.w3.org/TR/webdriver-bidi/ */

type Message = {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: string;
  message?: string;
};

export type Bidi = {
  /** @throws what the browser answers instead of a result, with the command's name */
  send<R = unknown>(method: string, params?: object): Promise<R>;
  /** Events arrive in the order they happened, before the answer to a command that was sent after them. */
  on<P>(event: string, heard: (params: P) => void): void;
  close(): void;
};

/** @param address of the session, such as `ws://127.0.0.1:9222/session` */
export async function connect(address: string): Promise<Bidi> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`No WebSocket at ${address}`));
  });
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, ((params: never) => void)[]>();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data as string) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else for (const heard of listeners.get(message.method ?? '') ?? []) heard(message.params as never);
  };
  // A browser that is gone answers nothing any more.
  socket.onclose = () => {
    for (const answer of waiting.values()) answer({ error: 'the browser closed the connection' });
  };
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, ({ error, message = '', result }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error} ${message}`.trim()));
          else resolve(result as never);
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    on: (event, heard) => {
      listeners.set(event, [...(listeners.get(event) ?? []), heard as (params: never) => void]);
    },
    close: () => socket.close(),
  };
}
