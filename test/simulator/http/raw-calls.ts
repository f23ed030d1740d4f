import ava from 'ava';
import type { RawRequest } from '../../helpers/http/raw-request.ts';
import { type Fields, type Json, login, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** One after another, because hundreds of simulators at once starve each other on a small machine; no test needs the order. */
export const test = ava.serial;

export const form = 'Content-Type: application/x-www-form-urlencoded';
export const json = 'Content-Type: application/json';
/** Headers of a request that is the last of its connection. */
export const close = ['Host: localhost', 'Connection: close'];

export const encoded = (fields: Fields): string => new URLSearchParams(fields).toString();

export const withLength = (body: string | Buffer): string => `Content-Length: ${Buffer.byteLength(body)}`;

/** A POST that says how long it is. */
export const posted = (path: string, body: string | Buffer, ...headers: string[]): RawRequest => ({
  line: `POST ${path} HTTP/1.1`,
  headers: [...close, ...headers, withLength(body)],
  body,
});

/** A body in chunks of this size, with the empty one that ends it. */
export const chunked = (text: string, size: number): string => {
  let body = '';
  for (let at = 0; at < text.length; at += size) {
    const part = text.slice(at, at + size);
    body += `${part.length.toString(16)}\r\n${part}\r\n`;
  }
  return `${body}0\r\n\r\n`;
};

export const multipart = (fields: Fields, boundary: string): string =>
  Object.entries(fields)
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')
    .concat(`--${boundary}--\r\n`);

/** A registration with all that a way of sending it could spoil. */
export const fullOrder: Fields = {
  ...login,
  orderNumber: '17_1700000000/А-1',
  amount: '1500000',
  returnUrl: 'https://shop.example/back?a=1&b[]=2',
  description: 'Чай & 100% «кофе» + сахар [2]',
  jsonParams: '{"a":"b","город":"Алматы"}',
  email: 'payer+1@shop.example',
  postAddress: 'Республика: Р',
};

/** The simulator still registers orders after whatever went before. */
export const assertAlive = async (simulator: TestSimulator, assert: (holds: boolean, message: string) => unknown) => {
  const { orderId } = await simulator.register();
  assert(/^[0-9a-f-]{36}$/.test(orderId), 'the simulator still works');
};

/** A 200 carries an error code or an order whose status can be read. */
export const assertSensible = async (simulator: TestSimulator, answer: Json, assert: (holds: boolean) => unknown) => {
  if (answer['orderId'] === undefined) {
    assert(typeof (answer['errorCode'] ?? answer['ErrorCode']) === 'string');
    return;
  }
  assert((await simulator.status(answer['orderId']))['orderStatus'] === 0);
};
