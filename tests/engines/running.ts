/** Programs that run beside the tests: started, listened to, ended. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** Starts a program that ends with us at the latest, also when a test run is broken off. */
export function start(program: string, args: string[], options: SpawnOptions): ChildProcess {
  const running = spawn(program, args, options);
  const kill = () => running.kill('SIGKILL');
  process.once('exit', kill);
  running.once('exit', () => process.off('exit', kill));
  return running;
}

/** Ends it, and resolves when it is gone. */
export async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode) return;
  const gone = once(program, 'exit');
  program.kill();
  await gone;
}

/**
 * The first match in what a program writes. It goes on being read, so that a full pipe never stops the program.
 * @throws when the program closes the stream before, with what it had written
 */
export function written(stream: Readable | null, pattern: RegExp): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    let all = '';
    stream?.setEncoding('utf8');
    stream?.on('data', (piece: string) => {
      all += piece;
      const match = all.match(pattern);
      if (match) resolve(match);
    });
    stream?.on('close', () => reject(new Error(`It ended before it wrote ${pattern}:\n${all}`)));
  });
}
