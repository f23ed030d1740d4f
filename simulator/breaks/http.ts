import { breaksSince, type ChangeReply, type Reply } from './break.ts';
import { everydayCalls as calls, deposit, refund, register, reverse, status } from './calls.ts';
import { rewriteText } from './parts.ts';

const header =
  (name: string, value: string): ChangeReply =>
  (reply) => ({ ...reply, headers: { ...reply.headers, [name]: value } });

const body = (change: (text: string) => string | Buffer, more: Partial<Reply> = {}): ChangeReply => {
  return (reply) => ({ ...reply, ...more, body: Buffer.from(change(reply.body.toString()) as string) });
};

const page = (status: number, title: string): ChangeReply => {
  const html = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return () => ({ status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(html) });
};

const money = [...deposit, ...reverse, ...refund];
export const cannotRead = 'The shop can read no answer at all, and no customer can pay.';

/** What is wrong with HTTP. */
export const httpBreaks = breaksSince('0.1.0', {
  'ht-01': {
    calls,
    does: 'declares HTML for its JSON',
    harm: 'A shop that reads JSON only where it is declared can read no answer.',
    reply: header('content-type', 'text/html;charset=UTF-8'),
  },
  'ht-02': {
    calls,
    does: 'declares plain text for its JSON',
    harm: 'A shop that reads JSON only where it is declared can read no answer.',
    reply: header('content-type', 'text/plain;charset=UTF-8'),
  },
  'ht-03': {
    calls,
    does: 'does not declare the type of its answers',
    harm: 'A shop that reads JSON only where it is declared can read no answer.',
    reply: ({ headers: { 'content-type': _, ...headers }, ...reply }) => ({ ...reply, headers }),
  },
  'ht-04': {
    calls,
    does: 'declares that its answers are packed, and they are not',
    harm: cannotRead,
    reply: header('content-encoding', 'gzip'),
  },
  'ht-05': {
    calls,
    does: 'shows a page in place of JSON',
    harm: cannotRead,
    reply: page(200, 'Technical works'),
  },
  'ht-06': {
    calls,
    does: 'answers with nothing',
    harm: cannotRead,
    reply: body(() => ''),
  },
  'ht-07': {
    calls,
    does: 'answers HTTP 204',
    harm: cannotRead,
    reply: body(() => '', { status: 204, headers: {} }),
  },
  'ht-08': {
    calls,
    does: 'answers HTTP 500 with the right JSON',
    harm: 'The shop takes a good answer for a failure, and repeats a call that was carried out.',
    reply: (reply) => ({ ...reply, status: 500 }),
  },
  'ht-09': {
    calls,
    does: 'redirects calls to a page for people to log in',
    harm: 'The shop follows the redirect and reads a page in place of JSON.',
    reply: () => ({ status: 302, headers: { location: '/payment/login.html' }, body: Buffer.from('') }),
  },
  'ht-10': {
    calls: status,
    does: 'puts question marks in place of Cyrillic letters',
    harm: 'Customers read question marks on their receipts.',
    reply: rewriteText((text) => text.replace(/[\u0400-\u04ff]/g, '?')),
  },
  'ht-11': {
    calls,
    does: 'breaks off after a half of each answer',
    harm: 'The shop does not know whether its call was carried out.',
    reply: (reply) => ({ ...reply, reset: 'half way' }),
  },
  'ht-12': {
    calls: status,
    does: 'declares a charset that it does not use',
    harm: 'A shop that goes by the charset shows its customers letters of another alphabet.',
    reply: header('content-type', 'application/json;charset=windows-1251'),
  },
  'ht-13': {
    calls: money,
    does: 'resets the connection after an operation was carried out',
    harm: 'The shop does not know whether money has moved, and refunds it again.',
    reply: (reply) => ({ ...reply, reset: 'at once' }),
  },
  'ht-14': {
    calls: register,
    does: 'resets the connection after an order was registered',
    harm: 'The shop registers the order again, and its number is used already.',
    reply: (reply) => ({ ...reply, reset: 'at once' }),
  },
  'ht-15': {
    calls: status,
    does: 'resets the connection whenever a status is asked for',
    harm: 'The shop never learns that an order was paid.',
    reply: (reply) => ({ ...reply, reset: 'at once' }),
  },
  'ht-16': {
    calls,
    does: 'answers HTTP 201',
    harm: 'A shop that waits for HTTP 200 takes every call for failed.',
    reply: (reply) => ({ ...reply, status: 201 }),
  },
  'ht-17': {
    calls,
    does: 'answers HTTP 502 with the page of a proxy',
    harm: cannotRead,
    reply: page(502, 'Bad Gateway'),
  },
  'ht-18': {
    calls,
    does: 'answers HTTP 429, as if there were too many calls',
    harm: 'The shop waits and repeats for ever, and no customer can pay.',
    reply: page(429, 'Too Many Requests'),
  },
  'ht-19': {
    calls,
    does: 'answers HTTP 404',
    harm: cannotRead,
    reply: page(404, 'Not Found'),
  },
});
