import { inboxAnswer } from '../callbacks/inbox/inbox.ts';
import { inboxFolder } from '../callbacks/inbox/inbox-address.ts';
import type { Context } from '../context.ts';
import type { OpenRequest } from './open-request.ts';
import type { Route } from './pipeline.ts';
import type { Parameters } from './read/parameters.ts';
import { hasBody, readBody, readParameters, readQuery } from './read/read-parameters.ts';
import type { Reply } from './reply.ts';

/**
 * The inboxes, which take every GET and POST and keep it in the journal. Whether a merchant has the login is not told:
 * what comes for an unknown one is among the calls of no known merchant.
 */
export const inboxRoute = (context: Context): ((path: string) => Route | undefined) => {
  const route: Route = {
    surface: 'inbox',
    isForOwnSite: true,
    keepsText: true,
    answer: (open) => receive(context, open),
  };
  return (path) => (loginIn(path) === undefined ? undefined : route);
};

/** The login in the path of an inbox; undefined if it is none. */
const loginIn = (path: string): string | undefined => {
  const [, login] = /^([^/]{1,300})$/.exec(path.startsWith(inboxFolder) ? path.slice(inboxFolder.length) : '') ?? [];
  try {
    return login && decodeURIComponent(login);
  } catch {
    return undefined;
  }
};

const receive = async (context: Context, { request, method, path, record }: OpenRequest): Promise<Reply> => {
  if (method !== 'GET' && method !== 'POST') {
    request.resume();
    return {
      ...inboxAnswer,
      status: 405,
      headers: { ...inboxAnswer.headers, Allow: 'GET, POST' },
      body: 'expected GET or POST\n',
    };
  }
  const merchant = await context.store.merchants.find(loginIn(path) ?? '');
  record.parameters = await sentIn(request);
  if (!merchant) return inboxAnswer;
  record.merchant = merchant.login;
  record.atMs = context.forMerchant(merchant).clock.now();
  return inboxAnswer;
};

/** The parameters; a body that is no form is the name of one without a value. */
const sentIn = async (request: OpenRequest['request']): Promise<Parameters> => {
  const type = request.headers['content-type'] ?? '';
  if (!hasBody(request) || type === '' || /^(?:application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type))
    return readParameters(request);
  const body = (await readBody(request)).trim();
  const query = readQuery(request.url ?? '');
  return body === '' ? query : { ...query, [body]: '' };
};
