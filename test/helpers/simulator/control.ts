import type { ExecutionContext } from 'ava';
import { controlEndpoints } from '../../../simulator/control/all.ts';
import type { Json } from './simulator.ts';

export interface ControlAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly json: Json;
  readonly text: string;
}

export type Control = (
  line: string,
  body?: object | string,
  headers?: Readonly<Record<string, string>>,
) => Promise<ControlAnswer>;

/** Calls the control API, as `POST /merchants`, and holds each answer against the schema that documents it. */
export const controlOf =
  (t: ExecutionContext, { controlUrl }: { readonly controlUrl: string }): Control =>
  async (line, body, headers = {}) => {
    const [method = 'GET', path = ''] = line.split(' ');
    const answer = await fetch(controlUrl + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const contentType = answer.headers.get('content-type') ?? '';
    const json = (contentType.includes('json') ? JSON.parse(text) : {}) as Json;
    if (answer.ok) holdToSchema(t, method, path, json);
    else if (answer.status !== 204) t.is(contentType, 'application/problem+json', text);
    return { status: answer.status, contentType, json, text };
  };

const holdToSchema = (t: ExecutionContext, method: string, path: string, json: Json): void => {
  const [address = ''] = path.split('?');
  const endpoint = controlEndpoints.find(
    (one) =>
      one.method === method &&
      new RegExp(`^${one.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(address),
  );
  if (!endpoint) t.fail(`${method} ${path} is not in the list`);
  else if (endpoint.answer !== 'nothing' && !('contentType' in endpoint.answer)) {
    const result = endpoint.answer.safeParse(json);
    t.true(result.success, `${method} ${path}: ${result.error?.message}`);
  }
};
