import { connect } from 'node:net';

/** A request as it goes over the wire: nothing is added, corrected or escaped. */
export interface RawRequest {
  /** `GET /payment/rest/register.do?amount=1 HTTP/1.1`. */
  readonly line: string;
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  /** The status line and the headers, as they came. */
  readonly head: string;
  readonly body: string;
}

/** Longest time that the server may keep silent, in milliseconds; only a hanging server ever needs it. */
const mostSilenceMs = 45_000;

/** The bytes of a request. */
export const bytesOf = ({ line, headers = [], body = '' }: RawRequest): Buffer =>
  Buffer.concat([Buffer.from([line, ...headers, '', ''].join('\r\n')), Buffer.from(body)]);

/** Writes bytes to a server and resolves with all that it wrote until it closed the connection. */
export const exchangeBytes = (url: string, bytes: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(mostSilenceMs, () => socket.destroy(new Error('the server neither answered nor closed')));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', (error) => {
      // A server may close while a request that it refused is still being written.
      if (chunks.length === 0) reject(error);
    });
  });

/** Sends one request, which has to ask for the connection to be closed, and reads the answer to its end. */
export const sendRaw = async (url: string, request: RawRequest): Promise<RawAnswer> => {
  const text = await exchangeBytes(url, bytesOf(request));
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, end);
  return { status: Number(head.split(' ')[1]), head, body: text.slice(end + 4) };
};
