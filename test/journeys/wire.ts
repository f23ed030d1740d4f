import type { RawRequest } from '../helpers/http/raw-request.ts';
import type { Fields } from '../helpers/simulator/simulator.ts';

/** One way in which a client writes a call onto the wire. */
export type CallbackInput = (path: string, fields: Fields) => RawRequest;

const close = ['Host: localhost', 'Connection: close'];
const formType = 'Content-Type: application/x-www-form-urlencoded';
const jsonType = 'Content-Type: application/json';
const boundary = '------------------------1f8a6b0c2d4e5f70';

const encoded = (fields: Fields): string => new URLSearchParams(fields).toString();

/** Brackets, braces and quotes as they are; only what would end a value or the request line is escaped. */
const unescaped = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${value.replace(/[%&+# \u0080-\uffff]/g, encodeURIComponent)}`)
    .join('&');

const withBody = (line: string, body: string, ...headers: readonly string[]): RawRequest => ({
  line: `${line} HTTP/1.1`,
  headers: [...close, ...headers, `Content-Length: ${Buffer.byteLength(body)}`],
  body,
});

/** As most clients do it; plugins add headers of their own. */
export const formBody =
  (...headers: readonly string[]): CallbackInput =>
  (path, fields) =>
    withBody(`POST ${path}`, encoded(fields), formType, ...headers);

/** The same with a type of the client's own, such as one with a charset. */
export const formBodyTyped =
  (type: string, ...headers: readonly string[]): CallbackInput =>
  (path, fields) =>
    withBody(`POST ${path}`, encoded(fields), `Content-Type: ${type}`, ...headers);

/** Ruby, Node and Go clients: POST, and nothing in the body. */
export const queryOnPost =
  (type: 'form' | 'json'): CallbackInput =>
  (path, fields) =>
    withBody(`POST ${path}?${encoded(fields)}`, '', type === 'form' ? formType : jsonType);

/** PHP, Go and Python clients. */
export const queryOnGet: CallbackInput = (path, fields) => ({
  line: `GET ${path}?${encoded(fields)} HTTP/1.1`,
  headers: close,
});

/** A plugin that joins the address from its parts, with a returnUrl as it is. */
export const unescapedQueryOnGet: CallbackInput = (path, fields) => ({
  line: `GET ${path}?${unescaped(fields)} HTTP/1.1`,
  headers: close,
});

/** A Go client: GET with a body, its fields sorted by name. */
export const formBodyOnGet: CallbackInput = (path, fields) => {
  const sorted = Object.fromEntries(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return withBody(`GET ${path}`, encoded(sorted), 'Cache-Control: no-cache', formType);
};

/** An old C# client. */
export const oldHttp: CallbackInput = (path, fields) => ({
  line: `POST ${path}?${unescaped(fields)}& HTTP/1.0`,
  headers: [...close, jsonType],
});

/** PHP's curl, given an array. */
export const multipart: CallbackInput = (path, fields) => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return withBody(
    `POST ${path}`,
    `${parts.join('')}--${boundary}--\r\n`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
  );
};

/** A client that joins a base address with a slash at its end and a path with one at its beginning. */
export const doubleSlash =
  (write: CallbackInput): CallbackInput =>
  (path, fields) =>
    write(path.replace('/rest/', '/rest//'), fields);
