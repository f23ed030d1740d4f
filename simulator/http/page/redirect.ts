import type { Reply } from '../reply.ts';

/** Sends the browser on; characters that a header cannot carry are escaped, the rest of the address stays as it is. */
export const redirect = (url: string, status: 302 | 303 = 302): Reply => ({
  status,
  headers: {
    Location: url.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent),
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
  },
  body: 'Redirecting',
});
