import { spawn } from 'node:child_process';
import type { ExitCode, Output } from '../command.ts';
import { hasScreen } from '../read-config.ts';
import { type FoundOrder, findOrder } from './find-order.ts';
import { type ReachOptions, withSandbox } from './reach.ts';

/** Opens an address in the browser of this machine. */
export type OpenBrowser = (url: string) => Promise<void>;

/**
 * Prints the address of a running tillbox, or of an order there, and opens it in a browser if the output is a terminal with
 * a screen.
 */
export const open = async (
  idOrNumber: string | undefined,
  options: ReachOptions,
  output: Output,
  openBrowser: OpenBrowser | undefined = hasScreen() ? openInBrowser : undefined,
): Promise<ExitCode> =>
  withSandbox(options, output, async (sandbox) => {
    if (idOrNumber === undefined) await sandbox.client.health();
    const page = idOrNumber === undefined ? '/' : pageOf(await findOrder(sandbox, options, idOrNumber));
    const address = sandbox.url.replace(/\/sandbox$/, '') + page;
    output.out(options.json ? `${JSON.stringify({ url: address })}\n` : `${address}\n`);
    const isForPerson = !options.json && output.columns !== undefined;
    if (isForPerson) await openBrowser?.(address);
    return 0;
  });

/** The page of an order in the dashboard. */
const pageOf = ({ login, orderId }: FoundOrder): string =>
  `/orders/${encodeURIComponent(orderId)}?${new URLSearchParams({ merchant: login })}`;

/** The program that opens an address, by the platform. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** A machine without such a program has no browser to open. */
const openInBrowser: OpenBrowser = (url) =>
  new Promise((resolve) => {
    const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
    const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve());
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
