import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { afterMachineTime, type Cancel } from '../../runtime/machine-time.ts';
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
    .describe('Events after this id first, as with the header Last-Event-ID, as far as they are still known.'),
});

/** How often a stream shows that it is still there, in milliseconds of the machine. */
const heartbeatMs = 15_000;

/** A listener that does not read is dropped here, in bytes; it may come back where it was. */
const mostUnread = 4 * 2 ** 20;

interface Wanted {
  readonly after?: number | undefined;
  readonly merchant?: string;
}

/** The id after which a caller wants to hear everything. @throws Problem where the header is no id. */
const lastHeard = <Path, Body>({
  lastEventId,
  query,
}: ControlCall<Path, z.output<typeof afterField>, Body>): number | undefined => {
  if (lastEventId === undefined) return query.after;
  if (!/^\d{1,15}$/.test(lastEventId))
    throw new Problem('wrong-field', 'expected the id of an event', { field: 'Last-Event-ID' });
  return Number(lastEventId);
};

/** The events that a caller asks for. @throws Problem where it names no id. */
export const streamFor = async <Path, Body>(
  call: ControlCall<Path, z.output<typeof afterField>, Body>,
  merchant?: string,
): Promise<RawAnswer> => {
  const after = lastHeard(call);
  await call.context.events.prepare();
  return {
    contentType: streamType,
    stream: eventStream(call.context, { after, ...(merchant !== undefined && { merchant }) }),
  };
};

/** Writes what happens as it happens, until the other side goes away or the gateway stops. */
export const eventStream =
  ({ events }: Context, { after, merchant }: Wanted) =>
  (response: ServerResponse): void => {
    const known = after === undefined ? undefined : events.after(after, merchant);
    const write = (event: GatewayEvent): void => {
      if (response.writableLength > mostUnread) response.destroy();
      else response.write(eventText(event));
    };
    const tellLost = (count: number): void => {
      response.write(`event: lost\ndata: ${JSON.stringify({ count })}\n\n`);
    };
    // The id without an event is for a listener whose stream breaks before the first one: it knows where to go on.
    response.write(`: listening\nid: ${after ?? events.lastId()}\n\n`);
    if (known && known.lost > 0) tellLost(known.lost);
    known?.events.forEach(write);
    const quiet = keepAlive(response);
    const stop = events.subscribe({
      listener: write,
      onLost: tellLost,
      ...(merchant !== undefined && { merchant }),
      onEnd: () => {
        quiet();
        response.end();
      },
    });
    response.once('close', () => {
      quiet();
      stop();
    });
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
