import type { ChangeAnswer, ChangeRequest, Json, ShopRequest } from './break.ts';

/** Parts of changes of requests: each returns another request, or an answer in its place. */

const isForm = ({ contentType }: ShopRequest): boolean => contentType.startsWith('application/x-www-form-urlencoded');
const isJson = ({ contentType }: ShopRequest): boolean => contentType.startsWith('application/json');

/** The fields of a form or a query; a shop sends one of them. */
const fieldsOf = (request: ShopRequest): URLSearchParams =>
  new URLSearchParams(isForm(request) ? request.body.toString() : request.url.replace(/^[^?]*\??/, ''));

/** Changes the fields of a form, of a query, or of JSON. */
const changeFields =
  (change: (fields: URLSearchParams) => void, changeJson: (body: Json) => void): ChangeRequest =>
  (request) => {
    if (isJson(request)) {
      const body = JSON.parse(request.body.toString()) as Json;
      changeJson(body);
      return { ...request, body: Buffer.from(JSON.stringify(body)) };
    }
    const fields = fieldsOf(request);
    change(fields);
    if (isForm(request)) return { ...request, body: Buffer.from(fields.toString()) };
    return request.url.includes('?') ? { ...request, url: request.url.replace(/\?.*$/, `?${fields}`) } : request;
  };

/** Reads a call without these parameters. */
export const ignores = (...names: readonly string[]): ChangeRequest =>
  changeFields(
    (fields) => {
      for (const name of names) fields.delete(name);
    },
    (body) => {
      for (const name of names) delete body[name];
    },
  );

/** Reads another value of a parameter. */
export const reads = (name: string, change: (value: string) => string): ChangeRequest =>
  changeFields(
    (fields) => {
      const value = fields.get(name);
      if (value !== null) fields.set(name, change(value));
    },
    (body) => {
      if (name in body) body[name] = change(body[name]);
    },
  );

const confirmed = { errorCode: '0', errorMessage: 'Success' };

/** Confirms a call and does nothing. */
export const confirms =
  (isMeant: (fields: URLSearchParams) => boolean = () => true): ChangeRequest =>
  (request) =>
    isMeant(fieldsOf(request)) ? { answer: confirmed } : request;

/** Answers a call in JSON and does nothing. */
export const answers =
  (answer: (body: Json) => Json): ChangeRequest =>
  (request) => ({ answer: answer(JSON.parse(request.body.toString())) });

/** Reads JSON after a change in place. */
export const readsJson =
  (change: ChangeAnswer): ChangeRequest =>
  (request) => {
    if (!isJson(request)) return request;
    const body = JSON.parse(request.body.toString()) as Json;
    change(body);
    return { ...request, body: Buffer.from(JSON.stringify(body)) };
  };

/** Takes the login for enough. */
export const usesRightPassword: ChangeRequest = (request, memory) =>
  reads('password', () => memory.password)(request, memory);

/** Takes the request for one of another call. */
export const asCall =
  (from: string, to: string): ChangeRequest =>
  (request) => ({ ...request, url: request.url.replace(from, to) });

/** Reads the body of forms as another text. */
export const readsForm =
  (change: (form: string) => string): ChangeRequest =>
  (request) =>
    isForm(request) ? { ...request, body: Buffer.from(change(request.body.toString())) } : request;

/** Loses the body of requests with this type. */
export const losesBody =
  (contentType: string): ChangeRequest =>
  (request) =>
    request.contentType.startsWith(contentType) ? { ...request, body: Buffer.from('') } : request;

/** Loses the query of requests with this method. */
export const losesQuery =
  (method: string): ChangeRequest =>
  (request) =>
    request.method === method ? { ...request, url: request.url.replace(/\?.*$/, '') } : request;
