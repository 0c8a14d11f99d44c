/** What must be gone when the program ends, in whatever way: temporary folders and the programs it started. */
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folders = new Set<string>();
const programs = new Map<ChildProcess, NodeJS.Signals>();

/** Ends a program with all it has started in its group. */
function end(program: ChildProcess, signal: NodeJS.Signals): void {
  if (program.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? program.pid : -program.pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Removes a folder made by `temporaryFolder`, as soon as it is not needed any more: the copies are large. */
export function remove(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  folders.delete(folder);
}

let ready = false;

/** Once there is something to tidy up; before, the program ends as any other. */
function getReady(): void {
  if (ready) return;
  ready = true;
  process.on('exit', () => {
    for (const [program, signal] of programs) end(program, signal);
    for (const folder of folders) remove(folder);
  });
  // 128 and the number of the signal, as a shell has it; what is above then runs.
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  process.on('SIGHUP', () => process.exit(129));
}

/** A new folder in the system's place for temporary ones; gone when this program is. */
export function temporaryFolder(): string {
  getReady();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'error-codes-bench-'));
  folders.add(folder);
  return folder;
}

/**
 * Notes a program to be ended with this one.
 * @param program started with `detached`, so that it has a process group of its own
 * @param signal another than the default when it has to tidy up itself
 */
export function watch<P extends ChildProcess>(program: P, signal: NodeJS.Signals = 'SIGKILL'): P {
  getReady();
  programs.set(program, signal);
  program.on('close', () => programs.delete(program));
  return program;
}
