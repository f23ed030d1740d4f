import { type ListedRequest, type RequestFolder, variables } from './request-list.ts';

/** How an editor passes a part of an answer on to later requests. */
interface Editor {
  readonly title: string;
  /** What stands before a request that others refer to. */
  readonly before: (name: string) => readonly string[];
  /** What stands behind it. */
  readonly after: (saves: ListedRequest['saves']) => readonly string[];
  /** A number that is another one each time. */
  readonly newNumber: string;
  /** Refers to a part of the answer of a request. */
  readonly refer: (variable: string, from: { readonly name: string; readonly path: string }) => string;
}

export const restClient: Editor = {
  title: 'For the extension REST Client of Visual Studio Code, and for Visual Studio.',
  before: (name) => [`# @name ${name}`],
  after: () => [],
  newNumber: '{{$randomInt 100000000 999999999}}',
  refer: (_, { name, path }) => `{{${name}.response.body.$.${path}}}`,
};

export const jetBrains: Editor = {
  title: 'For the HTTP client of the JetBrains editors: IntelliJ IDEA, PhpStorm, WebStorm, PyCharm and others.',
  before: () => [],
  after: (saves) =>
    Object.keys(saves).length === 0
      ? []
      : [
          '',
          '> {%',
          ...Object.entries(saves).map(([name, path]) => `client.global.set("${name}", response.body.${path});`),
          '%}',
        ],
  newNumber: '{{$random.integer(100000000, 999999999)}}',
  refer: (variable) => `{{${variable}}}`,
};

/** A file of requests for an editor. */
export const httpFile = (folders: readonly RequestFolder[], editor: Editor): string => {
  const origins = new Map<string, { readonly name: string; readonly path: string }>();
  let number = 0;
  const write = (folder: string, request: ListedRequest): string => {
    const name = `request${++number}`;
    const withReferences = (text: string): string =>
      text.replaceAll(/\{\{(\w+)\}\}/g, (whole, variable: string) => {
        const from = origins.get(variable);
        return from ? editor.refer(variable, from) : whole;
      });
    const text = withReferences(textOf(folder, request, editor, name).replaceAll('{{newNumber}}', editor.newNumber));
    for (const [variable, path] of Object.entries(request.saves)) origins.set(variable, { name, path });
    return text;
  };
  return [
    `# ${editor.title}`,
    '# Written by `npm run docs` from the OpenAPI documents of tillbox. Send the requests of a part from the first to the last.',
    '',
    ...Object.entries(variables).map(([name, value]) => `@${name} = ${value}`.trimEnd()),
    '',
    folders.flatMap(({ title, requests }) => requests.map((request) => write(title, request))).join('\n'),
  ].join('\n');
};

const textOf = (folder: string, request: ListedRequest, editor: Editor, name: string): string => {
  const { title, about, method, url, body, isControl, saves } = request;
  const isNamed = Object.keys(saves).length > 0;
  return [
    `### ${folder}: ${title}`,
    ...(about === title ? [] : [`# ${about}`]),
    ...(isNamed ? editor.before(name) : []),
    `${method} ${url}`,
    ...(isControl ? ['Authorization: Bearer {{controlToken}}'] : []),
    ...bodyLines(body),
    ...editor.after(saves),
    '',
  ].join('\n');
};

const bodyLines = (body: ListedRequest['body']): readonly string[] => {
  if (!body) return [];
  if (body.kind === 'json') return ['Content-Type: application/json', '', JSON.stringify(body.fields, null, 2)];
  const fields = Object.entries(body.fields).map(([name, value]) => `${name}=${value}`);
  return ['Content-Type: application/x-www-form-urlencoded', '', fields.join('\n&')];
};
