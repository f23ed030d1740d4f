import {
  type EventStream,
  GatewayHttpError,
  GatewayTimeout,
  GatewayUnreachable,
  type SandboxEvent,
  SandboxProblem,
} from '../../../client/index.ts';
import { machine } from '../../runtime/machine-time.ts';
import type { Output } from '../command.ts';
import type { ReachOptions, Sandbox } from './reach.ts';

interface Follow {
  /** The address to which the listener forwards callbacks, which are those of one merchant. */
  readonly forwardTo?: string | undefined;
  readonly signal: AbortSignal;
  /** Called when the first stream is open. */
  readonly onOpen?: () => Promise<void>;
}

/** A break may last as long as it wants. */
const retries = Number.MAX_SAFE_INTEGER;

/** Before a sandbox is asked again that is there and refuses, such as one that starts; in milliseconds of the machine. */
const refusedPauseMs = 1_000;

/**
 * The events of a sandbox, of the merchant of `--login` only if there is one, until the signal. After a break they go on with
 * the next event. Rejects if the first stream cannot be opened.
 */
export async function* followEvents(
  { client, url }: Sandbox,
  { login }: ReachOptions,
  { err }: Output,
  { signal, onOpen, forwardTo }: Follow,
): AsyncGenerator<SandboxEvent> {
  let lastId: number | undefined;
  let isBroken = false;
  let hasBegun = false;
  const onBreak = async (delayMs: number): Promise<void> => {
    if (!isBroken) err(`the connection to ${url} broke; it is opened again\n`);
    isBroken = true;
    await pause(delayMs, signal);
  };
  const open = (): EventStream => {
    const options = { signal, retries, wait: onBreak, ...(lastId !== undefined && { after: lastId }) };
    if (login === undefined) return client.allEvents(options);
    return client.events(login, { ...options, ...(forwardTo !== undefined && { forwardTo }) });
  };

  while (!signal.aborted) {
    const stream = open();
    try {
      await stream.opened;
      if (!hasBegun) await onOpen?.();
      hasBegun = true;
      for await (const event of stream) {
        isBroken = false;
        if (event.type !== 'lost' && event.type !== 'forward') lastId = event.id;
        yield event;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!hasBegun || !isPassing(error)) throw error;
      await onBreak(refusedPauseMs);
    }
  }
}

const isPassing = (error: unknown): boolean =>
  [GatewayUnreachable, GatewayTimeout, GatewayHttpError].some((kind) => error instanceof kind) ||
  (error instanceof SandboxProblem && error.status >= 500);

/** Resolves after this much time of the machine, or with the signal. */
const pause = (delayMs: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const cancel = machine.after(delayMs, resolve);
    const end = (): void => {
      cancel();
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
