import type { Reply } from '../../simulator/breaks/break.ts';
import { type Listener, listen } from '../pact/listen.ts';
import { writeReply } from './proxy.ts';

const nothing: Reply = { status: 404, headers: {}, body: Buffer.from('no answer was recorded for this path') };

/** A gateway that gives to each first part of a path this answer: `/st-06.104` to `/st-06.104/payment/rest/register.do`. */
export const startRecordedGateway = (replies: ReadonlyMap<string, Reply>): Promise<Listener> =>
  listen((request, response) => {
    // An answer before the end of the request would be cut off with the connection.
    request.resume().on('end', () => {
      const [, prefix = ''] = (request.url ?? '').split('/');
      writeReply(response, replies.get(prefix) ?? nothing);
    });
  });
