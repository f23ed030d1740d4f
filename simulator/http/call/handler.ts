import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request, or says that it is none of its own. */
export type Take = (request: IncomingMessage, response: ServerResponse) => boolean;
