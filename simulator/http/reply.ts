import type { Answer, Fault } from '../domain/faults/fault.ts';

/** An answer before it goes out. */
export interface Reply extends Answer {
  /** Its fault on the way to the caller. */
  readonly fault?: Fault | undefined;
  /** What is written in place of the text, which is the same as far as a text can be; it has no fault then. */
  readonly bytes?: Buffer;
  /** The connection is reset before the first byte, or after a half of the body. */
  readonly reset?: 'at once' | 'half way';
}

/** Headers of every answer: no browser takes it for another type, or hands it to another site. Source: Fetch standard. */
export const safeHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Nothing is at this address. */
export const notFound: Reply = {
  status: 404,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: 'Not Found',
};
