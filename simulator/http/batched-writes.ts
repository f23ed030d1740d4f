import type { ServerResponse } from 'node:http';

/** Ends a response with its text, together with all others that are ready in this round of the event loop. */
export type EndResponse = (response: ServerResponse, text: string, encoding: BufferEncoding) => void;

/**
 * Ends responses one right after the other, once all requests that have arrived were read. A client that wakes up for the
 * first of them is awake for the rest; ended one by one, each would wake it anew, which costs more than the gateway's own work.
 */
export const batchEnds = (): EndResponse => {
  let ready: [response: ServerResponse, text: string, encoding: BufferEncoding][] = [];
  const endAll = (): void => {
    const all = ready;
    ready = [];
    for (const [response, text, encoding] of all) response.end(text, encoding);
  };
  return (response, text, encoding) => {
    if (ready.length === 0) setImmediate(endAll);
    ready.push([response, text, encoding]);
  };
};
