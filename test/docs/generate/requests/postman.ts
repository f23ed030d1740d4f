import type { ListedRequest, RequestFolder } from './request-list.ts';
import { variables } from './request-list.ts';

/** Runs before each request. No bank wants fewer than ten digits. */
const newNumber = "pm.variables.set('newNumber', String(Date.now()).slice(-10));";

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A collection of Postman, format 2.1. Source: the schema that it names. */
export const postmanCollection = (folders: readonly RequestFolder[]): string => {
  const all = folders.flatMap(({ requests }) => requests);
  const firstOf = new Map(all.toReversed().map((request) => [request.url, request]));
  const collection = {
    info: {
      name: 'tillbox',
      description:
        'Written by `npm run docs` from the OpenAPI documents of tillbox. Send the requests of a folder from the first to the last: ids of answers become variables.',
      schema,
    },
    item: folders.map(({ title, about, requests }) => ({
      name: title,
      description: about,
      item: requests.map((request) => itemOf(request, firstOf.get(request.url) === request)),
    })),
    event: [{ listen: 'prerequest', script: { type: 'text/javascript', exec: [newNumber] } }],
    variable: Object.entries(variables).map(([key, value]) => ({ key, value })),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
};

/** The first request of a call shows every field that it may have; those that it does not send are switched off. */
const itemOf = (request: ListedRequest, isFirst: boolean) => {
  const { title, about, method, url, isControl } = request;
  const token = { type: 'bearer', bearer: [{ key: 'token', value: '{{controlToken}}', type: 'string' }] };
  const script = scriptOf(request);
  return {
    name: title,
    ...(script.length > 0 && { event: [{ listen: 'test', script: { type: 'text/javascript', exec: script } }] }),
    request: {
      method,
      header: [],
      ...(isControl && { auth: token }),
      ...bodyOf(request, isFirst),
      url: urlOf(url),
      description: about,
    },
    response: [],
  };
};

/** The address whole and in parts, as Postman writes it. */
const urlOf = (raw: string) => {
  const [host = '', ...path] = raw.split('/');
  return { raw, host: [host], path };
};

const bodyOf = ({ body, meanings }: ListedRequest, isFirst: boolean) => {
  if (!body) return {};
  const { kind, fields } = body;
  if (kind === 'json') {
    const options = { raw: { language: 'json' } };
    return { body: { mode: 'raw', raw: JSON.stringify(fields, null, 2), options } };
  }
  const sent = Object.entries(fields).map(([key, value]) => ({ key, value, description: meanings[key] }));
  const further = Object.keys(meanings)
    .filter((key) => isFirst && !(key in fields))
    .map((key) => ({ key, value: '', description: meanings[key], disabled: true }));
  return { body: { mode: 'urlencoded', urlencoded: [...sent, ...further] } };
};

/** Runs after the answer: says whether the gateway accepted the call, and keeps its ids. */
const scriptOf = ({ saves, isInTurn, isControl }: ListedRequest): readonly string[] => {
  if (!isInTurn) return [];
  const accepted = isControl
    ? ["pm.test('accepted', () => pm.expect(pm.response.code, pm.response.text()).to.be.below(300));"]
    : [
        'const answer = pm.response.json();',
        'const code = Number(answer.errorCode ?? answer.ErrorCode ?? 0);',
        "const isRefused = code !== 0 || answer.success === false || answer.status === 'FAIL';",
        "pm.test('accepted', () => pm.expect(isRefused, pm.response.text()).to.equal(false));",
      ];
  return [...accepted, ...Object.entries(saves).map(([name, path]) => saveLine(name, path, isControl))];
};

const saveLine = (name: string, path: string, isControl: boolean): string =>
  `pm.collectionVariables.set('${name}', ${isControl ? 'pm.response.json()' : 'answer'}.${path});`;
