import assert from 'node:assert/strict';

/** A request of a file, with its variables still in it. */
export interface FileRequest {
  readonly title: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** What the editor does with the answer. */
  readonly keep: (answer: Answer, variables: Map<string, string>) => void;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends the requests one after the other, as somebody who clicks down the list, with these variables in place of those of the file. */
export const play = async (
  requests: readonly FileRequest[],
  variables: Map<string, string>,
): Promise<readonly (Answer & { readonly title: string })[]> => {
  const answers = [];
  for (const [index, { title, method, url, headers, body, keep }] of requests.entries()) {
    variables.set('newNumber', String(1_000_000_000 + index));
    const fill = (text: string): string => filled(text, variables, title);
    const response = await fetch(fill(url), {
      method,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
      ...(body !== undefined && { body: fill(body) }),
    });
    const answer = { title, status: response.status, text: await response.text() };
    keep(answer, variables);
    answers.push(answer);
  }
  return answers;
};

/** The names under which the files ask for a new number. */
const isNewNumber = (name: string): boolean => /^(?:newNumber$|\$random)/.test(name);

const filled = (text: string, variables: ReadonlyMap<string, string>, title: string): string =>
  text.replaceAll(/\{\{([^}]+)\}\}/g, (_, name: string) => {
    const value = isNewNumber(name) ? variables.get('newNumber') : variables.get(name);
    assert(value !== undefined, `${title}: {{${name}}} has no value`);
    return value;
  });

interface PostmanItem {
  readonly name: string;
  readonly item?: readonly PostmanItem[];
  readonly event?: readonly { readonly script: { readonly exec: readonly string[] } }[];
  readonly request: {
    readonly method: string;
    readonly url: { readonly raw: string };
    readonly auth?: { readonly bearer: readonly [{ readonly value: string }] };
    readonly body?: {
      readonly raw?: string;
      readonly urlencoded?: readonly { readonly key: string; readonly value: string; readonly disabled?: true }[];
    };
  };
}

/** The folders of a Postman collection with their requests. */
export const postmanFolders = (text: string): readonly { title: string; requests: readonly FileRequest[] }[] =>
  (JSON.parse(text).item as readonly PostmanItem[]).map(({ name, item = [] }) => ({
    title: name,
    requests: item.map(ofPostman),
  }));

const ofPostman = ({ name, request, event = [] }: PostmanItem): FileRequest => {
  const { method, url, auth, body } = request;
  const form = body?.urlencoded?.filter(({ disabled }) => !disabled);
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  const lines = event.flatMap(({ script }) => script.exec).join('\n');
  return {
    title: name,
    method,
    url: url.raw,
    headers: {
      ...(body && { 'content-type': type }),
      ...(auth && { authorization: `Bearer ${auth.bearer[0].value}` }),
    },
    body: form ? form.map(({ key, value }) => `${key}=${value}`).join('&') : body?.raw,
    keep: (answer, variables) => new Function('pm', lines)(postmanApi(answer, variables)),
  };
};

/** The part of Postman's own API that scripts of the collection use. */
const postmanApi = ({ status, text }: Answer, variables: Map<string, string>) => ({
  response: { code: status, json: () => JSON.parse(text), text: () => text },
  collectionVariables: { set: (name: string, value: string) => variables.set(name, value) },
  test: (_: string, check: () => void) => check(),
  expect: (value: unknown) => ({
    to: {
      equal: (expected: unknown) => assert.equal(value, expected, text),
      be: { below: (limit: number) => assert(Number(value) < limit, text) },
    },
  }),
});

/** The variables of a file for an editor. */
export const variablesOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

/** The requests of a file for an editor. */
export const httpRequests = (text: string): readonly FileRequest[] =>
  text
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trimEnd().split('\n');
      const [, name = ''] = /^# @name (\w+)$/m.exec(part) ?? [];
      const [request = '', script] = withoutComments(lines).split('\n\n> {%\n');
      const [head = '', ...body] = request.split('\n\n');
      const [first = '', ...headers] = head.split('\n');
      const [method = '', url = ''] = first.split(' ');
      return {
        title,
        method,
        url,
        headers: Object.fromEntries(headers.map((line) => line.split(': ') as [string, string])),
        body: body.length > 0 ? body.join('\n\n').replaceAll('\n&', '&') : undefined,
        keep: (answer, variables) =>
          script === undefined ? keepByName(name, answer, variables) : runScript(script, answer, variables),
      } satisfies FileRequest;
    });

const withoutComments = (lines: readonly string[]): string => lines.filter((line) => !line.startsWith('#')).join('\n');

/** As the JetBrains editors run what stands between `> {%` and `%}`. */
const runScript = (script: string, { text }: Answer, variables: Map<string, string>): void => {
  const client = { global: { set: (name: string, value: string) => variables.set(name, value) } };
  new Function('client', 'response', script.replace(/%\}$/, ''))(client, { body: JSON.parse(text) });
};

/** As REST Client refers to an answer: `{{name.response.body.$.path}}`. */
const keepByName = (name: string, { text }: Answer, variables: Map<string, string>): void => {
  if (name === '') return;
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') variables.set(`${name}.response.body.$.${path}`, value);
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
  };
  walk(JSON.parse(text), '');
};
