import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const MAIN = resolve('dist/main.js');
/** As `npm start` and the image have it: semi-spaces of 4 MB instead of V8's 16, a heap collected once grown by 30 %. */
export const NODE_FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=30', '--v8-pool-size=1'];
const READY_WITHIN_MS = 120_000;

/** What a spawned program sees: nothing of this machine's own settings. */
export type ProcessEnvironment = Readonly<Record<string, string>>;

export interface ProgramProcess {
  /** Where its HTTP server listens. */
  readonly url: string;
  readonly pid: number;
  /** Everything it has written so far. */
  output(): string;
  /** SIGKILL: no handler runs, no buffer is flushed. */
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}

export interface FinishedProcess {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The working directory: neither a `.env` nor data of this checkout is seen. */
  readonly home: string;
  readonly env?: ProcessEnvironment;
  readonly input?: string;
}

const running = new Set<ProgramProcess>();

/** Kills what a test that failed has left running. */
export async function killStrays(): Promise<void> {
  for (const stray of running) await stray.kill();
}

/** Runs one command of the built program in `home` until it ends. */
export async function runProcess(
  args: readonly string[],
  { home, env = {}, input = '' }: RunOptions,
): Promise<FinishedProcess> {
  const child = spawnProgram(args, home, env);
  const written = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  child.stdin?.end(input);
  await once(child, 'close');
  return { code: child.exitCode, ...written };
}

/** Starts the built program in `home` on a free port, or on that of `env`; resolves when it says that it is ready. */
export async function startProcess(home: string, env: ProcessEnvironment = {}): Promise<ProgramProcess> {
  const child = spawnProgram(['start'], home, { PORT: '0', ...env });
  const ended = once(child, 'close');
  let output = '';
  const url = await new Promise<string>((found, failed) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      failed(new Error(`not ready in time: ${output}`));
    }, READY_WITHIN_MS);
    const hear = (text: string): void => {
      output += text;
      const ready = /^Đúng Hạn\b.*(http:\/\/[\w.:[\]-]+)/mu.exec(output)?.[1];
      if (ready === undefined) return;
      clearTimeout(late);
      found(ready);
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.once('close', () => {
      clearTimeout(late);
      failed(new Error(`ended before it was ready: ${output}`));
    });
  });
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    running.delete(started);
    child.kill(signal);
    await ended;
  };
  const started: ProgramProcess = {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      return child.exitCode;
    },
  };
  running.add(started);
  return started;
}

function spawnProgram(args: readonly string[], home: string, env: ProcessEnvironment): ChildProcess {
  if (!existsSync(MAIN)) throw new Error('dist/main.js is missing: node scripts/build.mjs makes it');
  return spawn(process.execPath, [...NODE_FLAGS, MAIN, ...args], { cwd: home, env });
}
