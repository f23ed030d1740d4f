import { writeHar } from '../../../simulator/inspection/journal/write-har.ts';
import { maskExchange } from '../../../simulator/store/journal/mask-exchange.ts';
import { eMail, maskBody } from '../mask-answer.ts';

/** A request that went through the proxy, with its answer. */
export interface PassedOn {
  readonly atMs: number;
  readonly tookMs: number;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly requestType: string;
  readonly requestBody: string;
  readonly httpStatus: number;
  readonly contentType: string;
  /** The address of a redirect; empty without one. */
  readonly location: string;
  readonly body: string;
}

/** A file of everything that went through the proxy: without card numbers, security codes, passwords, tokens, logins and e-mails. */
export const harOf = (passed: readonly PassedOn[], origin: string): string =>
  `${JSON.stringify(writeHar(passed.map(entryOf), origin), undefined, 2)}\n`;

const entryOf = (passed: PassedOn, index: number) => {
  const { url, body, location, ...rest } = passed;
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const given = parametersIn(query, passed);
  const login = { userName: String(given['userName'] ?? ''), password: String(given['password'] ?? '') };
  const { parametersJson, ...masked } = maskExchange(
    {
      ...rest,
      merchant: '',
      surface: 'api',
      path,
      parameters: given,
      answer: location === '' ? body : `Location: ${location}`,
    },
    index + 1,
  );
  const parameters = JSON.parse(parametersJson.replace(eMail, '<e-mail>')) as Record<string, string | string[]>;
  return {
    ...masked,
    at: new Date(passed.atMs).toISOString(),
    parameters: { ...parameters, ...('userName' in parameters && { userName: '***' }) },
    answer: maskBody(masked.answer, { login, orders: [] }),
  };
};

/** Of the query and of a form; any other body is one text. */
const parametersIn = (query: string, { requestType, requestBody }: PassedOn): Record<string, string | string[]> => {
  const isForm = /urlencoded/i.test(requestType);
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of [...new URLSearchParams(query), ...new URLSearchParams(isForm ? requestBody : '')]) {
    const before = found[name];
    found[name] = before === undefined ? value : [before, value].flat();
  }
  if (!isForm && requestBody !== '') found['body'] = /^\s*[[{]/.test(requestBody) ? requestBody : '(not kept)';
  return found;
};
