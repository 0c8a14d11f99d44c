/** How much memory a program and all it has started hold, on Linux. */
import fs from 'node:fs';

export type Process = { pid: number; parent: number; bytes: number };

/**
 * Resident bytes of a process and of all below it. Pages that several of them share are counted for each.
 * @example treeBytes([{ pid: 1, parent: 0, bytes: 5 }, { pid: 2, parent: 1, bytes: 7 }], 1) // → 12
 */
export function treeBytes(processes: readonly Process[], root: number): number {
  const children = Map.groupBy(processes, ({ parent }) => parent);
  const below = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => sum + child.bytes + below(child.pid), 0);
  return (processes.find(({ pid }) => pid === root)?.bytes ?? 0) + below(root);
}

/**
 * Reads what `/proc/<pid>/status` says.
 * @returns nothing for what has no memory of its own (kernel threads, processes that have just ended)
 * @example readStatus('Pid:\t7\nPPid:\t1\nVmRSS:\t  2048 kB\n') // → { pid: 7, parent: 1, bytes: 2097152 }
 */
export function readStatus(text: string): Process | undefined {
  const number = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN);
  const [pid, parent, kilobytes] = [number('Pid'), number('PPid'), number('VmRSS')];
  return Number.isNaN(pid + parent + kilobytes) ? undefined : { pid, parent, bytes: kilobytes * 1024 };
}

function processes(): Process[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return readStatus(fs.readFileSync(`/proc/${name}/status`, 'utf8')) ?? [];
    } catch {
      // It ended while we looked.
      return [];
    }
  });
}

/**
 * Watches the memory of a process tree, twice a second.
 * @returns stops watching and says the most that was seen; nothing where there is no `/proc`
 */
export function watchMemory(root: number): () => number | undefined {
  if (process.platform !== 'linux') return () => undefined;
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, treeBytes(processes(), root));
  }, 500);
  return () => {
    clearInterval(timer);
    return most || undefined;
  };
}
