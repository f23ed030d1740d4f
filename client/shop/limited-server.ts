import { createServer, type RequestListener, type Server } from 'node:http';

/** Limits of a client, which is cut off beyond them; times in milliseconds. */
export interface ShopLimits {
  /** Until all headers of a request are there. */
  readonly headersMs: number;
  /** Until all of a request is there. */
  readonly requestMs: number;
  /** How long an answer may wait for a client that reads nothing. */
  readonly unreadMs: number;
  /** How long a connection without a request stays open; announced to the client are five seconds of it. */
  readonly idleMs: number;
  /** How many connections may be open. */
  readonly connections: number;
}

/** Those of the gateway. */
export const defaultLimits: ShopLimits = {
  headersMs: 20_000,
  requestMs: 60_000,
  unreadMs: 60_000,
  idleMs: 75_000,
  connections: 10_000,
};

/** How long a client is told that a connection without a request stays open, in milliseconds, as at the gateway. */
const announcedIdleMs = 5_000;

/** Largest head of a request, in bytes, as at the gateway. */
const largestHead = 16 * 1024;

/** The longest interval between two checks of the requests, in milliseconds. */
const lookEveryMs = 2_000;

/** A server that cuts off slow, silent and too many clients. */
export const limitedServer = (
  answer: RequestListener,
  { headersMs, requestMs, unreadMs, idleMs, connections }: ShopLimits,
): Server => {
  const server = createServer(
    {
      headersTimeout: Math.min(headersMs, requestMs),
      requestTimeout: requestMs,
      keepAliveTimeout: Math.max(1, Math.min(announcedIdleMs, idleMs)),
      keepAliveTimeoutBuffer: Math.max(0, idleMs - announcedIdleMs),
      maxHeaderSize: largestHead,
      connectionsCheckingInterval: Math.min(lookEveryMs, headersMs, requestMs),
    },
    answer,
  );
  server.maxConnections = connections;
  // The shop answers sooner than this, also if the gateway is silent.
  server.timeout = unreadMs;
  return server;
};
