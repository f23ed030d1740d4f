import { type ApiCall, readApiCalls } from './api-calls.ts';
import { controlFolder } from './control-steps.ts';
import { merchantFolders } from './merchant-steps.ts';
import type { Step, StepFolder } from './step.ts';

/** The address of a gateway with the usual settings, and the login of the documented curl. */
export const variables: Readonly<Record<string, string>> = {
  baseUrl: 'http://127.0.0.1:8080',
  userName: 'test_user',
  password: 'test_user_password',
  controlToken: 'none',
};

/** A request with nothing left to look up. Every text may hold variables: `{{orderId}}`. */
export interface ListedRequest {
  readonly title: string;
  readonly about: string;
  readonly method: string;
  readonly url: string;
  readonly body?: { readonly kind: 'form' | 'json'; readonly fields: Readonly<Record<string, unknown>> };
  /** The fields that the call also takes, each with its meaning, and those that it sends. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly isControl: boolean;
  readonly saves: Readonly<Record<string, string>>;
  /** Whether the gateway accepts it if all requests before it were sent. */
  readonly isInTurn: boolean;
}

export interface RequestFolder {
  readonly title: string;
  readonly about: string;
  readonly requests: readonly ListedRequest[];
}

/** Every request, in the order in which a person wants to send them; last, calls of the merchant API that no folder has. */
export const listRequests = async (): Promise<readonly RequestFolder[]> => {
  const calls = new Map((await readApiCalls()).map((call) => [call.id, call]));
  const folders = [...merchantFolders, controlFolder];
  const used = new Set(folders.flatMap(({ steps }) => steps.map(({ call }) => call)));
  const others = [...calls.values()].filter(({ id, tags }) => tags.includes('merchant') && !used.has(id));
  return [...folders.map((folder) => listed(folder, calls)), otherCalls(others)];
};

const listed = ({ title, about, steps }: StepFolder, calls: ReadonlyMap<string, ApiCall>): RequestFolder => ({
  title,
  about,
  requests: steps.map((step) => {
    const call = calls.get(step.call);
    if (!call) throw new Error(`${title}: ${step.title}: no call ${step.call} in the OpenAPI documents`);
    return { ...requestOf(call, step), isInTurn: true };
  }),
});

const requestOf = (call: ApiCall, { title, fields, path = {}, saves = {} }: Omit<Step, 'call'>): ListedRequest => ({
  title,
  about: call.summary,
  method: call.method,
  url: call.url.replaceAll(/\{(\w+)\}(?!\})/g, (part, name: string) => path[name] ?? part),
  ...(call.body && (fields || !call.isControl) && { body: { kind: call.body.kind, fields: withLogin(call, fields) } }),
  meanings: call.body?.meanings ?? {},
  isControl: call.isControl,
  saves,
  isInTurn: false,
});

const withLogin = ({ body }: ApiCall, fields: Step['fields']): Readonly<Record<string, unknown>> => ({
  ...(body && 'userName' in body.meanings && { userName: '{{userName}}', password: '{{password}}' }),
  ...fields,
});

const otherCalls = (calls: readonly ApiCall[]): RequestFolder => ({
  title: 'Other calls',
  about:
    'These need more than a click before them, such as an answer on the page of the issuer. They have the mandatory fields.',
  requests: calls.map((call) => requestOf(call, { title: call.summary, fields: mandatoryFields(call) })),
});

const mandatoryFields = ({ body }: ApiCall): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (body?.required ?? [])
      .filter((name) => name !== 'userName' && name !== 'password')
      .map((name) => [name, /^(?:mdorder|orderId)$/i.test(name) ? '{{orderId}}' : '']),
  );
