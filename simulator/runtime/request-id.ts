import type { IncomingMessage } from 'node:http';

/** The id of a request in the log, the same each time it is asked for. */
export type RequestIds = (request: IncomingMessage) => string;

/** What a proxy or a client may call a request. */
const sane = /^[\w.:@/+=-]{1,128}$/;

/** The id that the caller gave a request, where it can stand in a log. */
export const sentRequestId = ({ headers }: IncomingMessage): string | undefined => {
  const id = headers['x-request-id'];
  return typeof id === 'string' && sane.test(id) ? id : undefined;
};

/** The caller's own id, or one that counts. They are made where somebody writes a line, so a quiet log has none. */
export const createRequestIds = (startedAtMs: number): RequestIds => {
  const made = new WeakMap<IncomingMessage, string>();
  const start = startedAtMs.toString(36);
  let count = 0;
  return (request) => {
    const known = sentRequestId(request) ?? made.get(request);
    if (known !== undefined) return known;
    const id = `${start}-${++count}`;
    made.set(request, id);
    return id;
  };
};
