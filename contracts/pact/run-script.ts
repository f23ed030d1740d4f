import { execFile } from 'node:child_process';

/** Runs a script with its arguments, and with these settings in its environment; resolves when it has ended. */
export const runScript = (
  command: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [...command], { env: { ...process.env, ...settings } }, (_, out, errors) =>
      resolve({ code: child.exitCode ?? -1, output: out + errors }),
    );
  });
