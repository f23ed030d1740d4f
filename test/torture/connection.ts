import { connect, type Socket } from 'node:net';

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** A connection that is kept open from request to request, as far as the server lets it. */
export interface Connection {
  /** @throws Error where no answer comes in this time, or none at all. */
  ask(method: string, bytes: Buffer, mostMs: number): Promise<Reply>;
  close(): void;
}

/** Writes bytes as they are, which no client of Node's would; reads what HTTP says is one answer. */
export const openConnection = (url: string): Connection => {
  const { hostname, port } = new URL(url);
  let socket: Socket | undefined;

  const opened = (): Socket => {
    if (socket && !socket.destroyed && socket.writable) return socket;
    socket = connect(Number(port), hostname);
    socket.setNoDelay(true);
    return socket;
  };

  return {
    ask: (method, bytes, mostMs) =>
      new Promise((resolve, reject) => {
        const used = opened();
        let seen: Buffer = Buffer.alloc(0);
        const done = (reply: Reply | Error, mayStay: boolean): void => {
          clearTimeout(timer);
          used.removeAllListeners();
          used.on('error', () => {});
          if (!mayStay) used.destroy();
          if (reply instanceof Error) reject(reply);
          else resolve(reply);
        };
        const timer = setTimeout(() => done(new Error(`no answer within ${mostMs} ms`), false), mostMs);
        const read = (isOver: boolean): void => {
          const answer = answerIn(seen, method, isOver);
          if (answer) done(answer.reply, answer.mayStay && !isOver);
          else if (isOver) done(new Error('the connection was closed without an answer'), false);
        };
        used.on('data', (chunk: Buffer) => {
          seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
          read(false);
        });
        used.on('close', () => read(true));
        used.on('error', () => read(true));
        used.write(bytes);
      }),
    close: () => socket?.destroy(),
  };
};

const answerIn = (
  bytes: Buffer,
  method: string,
  isOver: boolean,
): { readonly reply: Reply; readonly mayStay: boolean } | undefined => {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  if (status < 200) return answerIn(bytes.subarray(end + 4), method, isOver);
  const body = bytes.subarray(end + 4);
  const mayStay = !head.includes('connection: close');
  const [, contentType = ''] = /^content-type: *(.*?)\r?$/m.exec(head) ?? [];
  const whole = (text: string) => ({ reply: { status, contentType, body: text }, mayStay });
  if (method === 'HEAD' || status === 204 || status === 304) return whole('');
  // A stream of events never ends; its beginning is all that is wanted.
  if (head.includes('text/event-stream')) return { reply: { status, contentType, body: '' }, mayStay: false };
  const [, length] = /content-length: (\d+)/.exec(head) ?? [];
  if (length !== undefined) return body.length >= Number(length) ? whole(body.toString()) : undefined;
  if (head.includes('transfer-encoding: chunked')) {
    const text = joinedChunks(body);
    return text === undefined ? undefined : whole(text);
  }
  return isOver ? whole(body.toString()) : undefined;
};

/** The chunks of a body as one; undefined while the last one is missing. Source: RFC 9112, 7.1. */
const joinedChunks = (body: Buffer): string | undefined => {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (size === 0) return Buffer.concat(chunks).toString();
    chunks.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
};
