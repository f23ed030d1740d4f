import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Callback } from '../../domain/callback.ts';
import { address } from '../../inspection/callbacks/callback-schemas.ts';
import { afterMachineTime, type Cancel } from '../../runtime/machine-time.ts';
import type { Tell } from '../../sharing/digests.ts';
import type { GatewayEvent } from '../../sharing/events.ts';
import type { ControlCall, RawAnswer } from '../control-endpoint.ts';
import { Problem } from '../problem.ts';

// Source: HTML Standard, server-sent events.
export const streamType = 'text/event-stream';

export const afterField = z.strictObject({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('First sends the events after this id that are still known, like the header Last-Event-ID.'),
  digestMs: z.coerce
    .number()
    .int()
    .min(10)
    .max(60_000)
    .optional()
    .describe(
      'In place of the events, `changed` with their `count`: the first at once, then one in so many milliseconds at most. For listeners who ask anew what there is.',
    ),
});

export const merchantFields = afterField.extend({
  forwardTo: address
    .optional()
    .describe(
      'The listener sends the callbacks of the merchant to this address in place of the gateway: events `forward` have them, and `callbacks/{id}/forwarded` takes the answer of the shop. With several listeners, the last one gets them.',
    ),
});

/** The time between two comments that keep a stream open, on the clock of the machine. */
const heartbeatMs = 15_000;

/** Bytes that a listener may leave unread before it is disconnected; it may resume later. */
const mostUnreadBytes = 4 * 2 ** 20;

interface Wanted {
  readonly after?: number | undefined;
  readonly digestMs?: number | undefined;
  readonly merchant?: string;
  /** The address to which this listener forwards the merchant's callbacks. */
  readonly forwardTo?: string | undefined;
}

/** The id that the caller's events follow. @throws Problem if the header is no id. */
const lastIdOf = <Path, Body>({
  lastEventId,
  query,
}: ControlCall<Path, z.output<typeof afterField>, Body>): number | undefined => {
  if (lastEventId === undefined) return query.after;
  if (!/^\d{1,15}$/.test(lastEventId))
    throw new Problem('wrong-field', 'expected the id of an event', { field: 'Last-Event-ID' });
  return Number(lastEventId);
};

/** The events that a caller asks for. @throws Problem if its header is no id. */
export const streamFor = async <Path, Body>(
  call: ControlCall<Path, z.output<typeof afterField>, Body>,
  { merchant, forwardTo }: Pick<Wanted, 'merchant' | 'forwardTo'> = {},
): Promise<RawAnswer> => {
  const after = lastIdOf(call);
  if (forwardTo !== undefined && call.context.store.sharing)
    throw new Problem(
      'refused',
      'callbacks are forwarded by a single gateway only, and this one may share its store with others',
    );
  await call.context.events.prepare();
  return {
    contentType: streamType,
    stream: eventStream(call.context, {
      after,
      forwardTo,
      digestMs: call.query.digestMs,
      ...(merchant !== undefined && { merchant }),
    }),
  };
};

/**
 * Writes events as they happen, until the client disconnects or the gateway stops. @throws TooManyListeners before it
 * writes
 */
export const eventStream =
  ({ events, courier }: Context, { after, merchant, forwardTo, digestMs }: Wanted) =>
  (response: ServerResponse): void => {
    // The client may have gone while other processes were told of it.
    if (response.destroyed) return;
    const known = after === undefined ? undefined : events.after(after, merchant);
    const { write, writeAll } = togetherIn(response);
    const listener = (event: GatewayEvent): void => write(events.textOf(event, eventText));
    const tell: Tell = (count, lastId) => write(`id: ${lastId}\nevent: changed\ndata: {"count":${count}}\n\n`);
    const writeLost = (count: number): void => {
      write(`event: lost\ndata: ${JSON.stringify({ count })}\n\n`);
    };
    let stopBeats: Cancel = () => {};
    const stop = events.subscribe({
      ...(digestMs === undefined ? { listener } : { digest: { everyMs: digestMs, tell } }),
      onLost: writeLost,
      ...(merchant !== undefined && { merchant }),
      onEnd: () => {
        stopBeats();
        writeAll();
        response.end();
      },
    });
    // A listener whose stream breaks before the first event resumes after this id.
    write(`: listening\nid: ${after ?? events.lastId()}\n\n`);
    if (known && known.lost > 0) writeLost(known.lost);
    const missed = known?.events ?? [];
    if (digestMs === undefined) missed.forEach(listener);
    else if (missed.length > 0) tell(missed.length, missed.at(-1)?.id ?? 0);
    writeAll();
    const stopForwarding =
      merchant === undefined || forwardTo === undefined
        ? () => {}
        : courier.forwarding.begin(merchant, {
            address: forwardTo,
            give: (callback, nowMs) => write(forwardText(callback, nowMs)),
          });
    stopBeats = keepAlive(response);
    response.once('close', () => {
      stopBeats();
      stopForwarding();
      stop();
    });
  };

/** Writes texts that come in one round of the event loop together; ends a connection whose other side does not read. */
const togetherIn = (response: ServerResponse) => {
  let texts = '';
  const writeAll = (): void => {
    const all = texts;
    texts = '';
    if (response.writableLength > mostUnreadBytes) response.destroy();
    else if (all !== '') response.write(all);
  };
  return {
    write: (text: string): void => {
      if (texts === '') setImmediate(writeAll);
      texts += text;
    },
    /** Now. */
    writeAll,
  };
};

const keepAlive = (response: ServerResponse): Cancel => {
  let cancel: Cancel = () => {};
  const beat = (): void => {
    response.write(': still here\n\n');
    cancel = afterMachineTime(heartbeatMs, beat);
  };
  cancel = afterMachineTime(heartbeatMs, beat);
  return () => cancel();
};

const eventText = ({ id, type, merchant, atMs, data }: GatewayEvent): string =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify({ merchant, at: new Date(atMs).toISOString(), ...data })}\n\n`;

/** It has no id: a listener that comes back does not get it again. */
const forwardText = (callback: Callback, nowMs: number): string => {
  const { id: callbackId, merchant, method, url, headers = {}, fields, body } = callback;
  const content = { method, url, headers, fields: fields.map(([name, value]) => ({ name, value })) };
  const data = {
    merchant,
    at: new Date(nowMs).toISOString(),
    callbackId,
    ...content,
    ...(body !== undefined && { body }),
  };
  return `event: forward\ndata: ${JSON.stringify(data)}\n\n`;
};
