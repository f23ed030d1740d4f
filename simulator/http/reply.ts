import type { OutgoingHttpHeaders } from 'node:http';
import type { Fault } from '../domain/fault.ts';

/** An answer before it goes out. */
export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
  /** How a scenario spoils it on its way. */
  readonly fault?: Fault | undefined;
}

/** Nothing is at this address. */
export const notFound: Reply = {
  status: 404,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: 'Not Found',
};
