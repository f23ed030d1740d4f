import type { ServerResponse } from 'node:http';

/** Ends an answer with its text, together with all others that are ready in this round of the event loop. */
export type EndAnswer = (response: ServerResponse, text: string, encoding: BufferEncoding) => void;

/**
 * Writes answers one right after the other, when all requests that have come were read. A client that is woken for the first
 * of them is awake for the rest, where each answer by itself wakes it anew: that costs the gateway more than its own work.
 */
export const createEnding = (): EndAnswer => {
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
