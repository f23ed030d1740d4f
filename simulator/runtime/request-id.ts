import type { IncomingMessage } from 'node:http';

/** The id of a request in the log, the same each time it is asked for. */
export type RequestIds = (request: IncomingMessage) => string;

/** Ids that a proxy or a client may give. */
const sane = /^[\w.:@/+=-]{1,128}$/;

/** The id that the caller gave a request, if it is fit for a log. */
export const sentRequestId = ({ headers }: IncomingMessage): string | undefined => {
  const id = headers['x-request-id'];
  return typeof id === 'string' && sane.test(id) ? id : undefined;
};

/** The caller's own id, or a counted one, which is made for the first line about the request. */
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
