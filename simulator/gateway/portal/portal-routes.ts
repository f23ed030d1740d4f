import Router, { type RouterContext } from '@koa/router';
import type { Context } from '../../context.ts';
import { type CallbackOperation, callbackOperations, defaultCallbackSettings } from '../../domain/callback.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { isMerchantNamed } from '../../domain/merchant-name.ts';
import { logUnavailable } from '../../http/answer-error.ts';
import { isPassword } from '../../http/call/authenticate.ts';
import { readBasicLogin } from '../../http/read/basic-login.ts';
import { callerIp } from '../../http/read/origin.ts';
import { readBody } from '../../http/read/read-parameters.ts';
import { hideInValue } from '../../masking/hide-card-data.ts';
import { plainText } from '../../text/plain-text.ts';
import { readJson } from '../../text/read-json.ts';

/**
 * The merchant portal's call with which the vendor's shop plugins set up callbacks: JSON, Basic auth.
 * Source: the vendor's WooCommerce plugin; the answers are a guess.
 */
export const portalRoutes = (context: Context): Router => {
  const router = new Router();
  for (const portal of ['mportal', 'mportal-uat']) {
    router.post(`/${portal}/mvc/public/merchant/update/:login`, orUnavailable(context, updateMerchant(context)));
  }
  return router;
};

const orUnavailable =
  ({ log }: Context, handle: (ctx: RouterContext) => Promise<void>) =>
  async (ctx: RouterContext): Promise<void> => {
    try {
      await handle(ctx);
    } catch (error) {
      if (!logUnavailable(log, error)) throw error;
      ctx.status = 503;
      ctx.body = { status: 'FAIL', error: 'not available at the moment' };
    }
  };

const updateMerchant =
  (context: Context) =>
  async (ctx: RouterContext): Promise<void> => {
    const { login, password } = readBasicLogin(ctx.get('authorization')) ?? { login: '', password: '' };
    const { store } = context;
    const merchant = await store.merchants.find(login);
    const isOwn = isMerchantNamed(login, ctx.params['login'] ?? '');
    const isRight = isPassword(context, { login, ip: callerIp(ctx.req) }, merchant?.password, password);
    if (!merchant || !isRight || !isOwn) {
      ctx.status = 401;
      ctx.body = { status: 'FAIL', error: 'Access denied' };
      return;
    }
    const body = readSettings(await readBody(ctx.req));
    if (!body) {
      ctx.status = 400;
      ctx.body = { status: 'FAIL', error: 'expected a JSON object' };
      return;
    }
    const isKept = await store.merchants.save(withSettings(merchant, body));
    ctx.status = isKept ? 200 : 409;
    ctx.body = isKept ? { status: 'SUCCESS' } : { status: 'FAIL', error: 'Another merchant has the token' };
  };

type Settings = Readonly<Record<string, unknown>>;

/** `callback_type` DYNAMIC comes without an address: each order then names its own. */
const withSettings = ({ callbacks: before, ...merchant }: Merchant, body: Settings): Merchant => {
  const { url: _, ...others } = { ...defaultCallbackSettings, ...before };
  if (body['callbacks_enabled'] === false) return { ...merchant, callbacks: { ...others, operations: [] } };
  const [url = ''] = plainText(body['callback_addresses']).split(/[,;\s]+/);
  const wanted = plainText(body['callback_operations'])
    .split(',')
    .map((name) => name.trim());
  return {
    ...merchant,
    callbacks: {
      ...others,
      ...(url !== '' && { url }),
      method: plainText(body['callback_http_method']).toUpperCase() === 'POST' ? 'POST' : 'GET',
      operations: operationsOf(wanted, others.operations),
    },
  };
};

/** The named ones; else the previous ones; else, if callbacks were off, all. */
const operationsOf = (
  wanted: readonly string[],
  before: readonly CallbackOperation[],
): readonly CallbackOperation[] => {
  const named = callbackOperations.filter((name) => wanted.includes(name));
  if (named.length > 0) return named;
  return before.length > 0 ? before : callbackOperations;
};

const readSettings = (text: string): Settings | undefined => {
  try {
    const body: unknown = readJson(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? hideInValue(body as Settings)
      : undefined;
  } catch {
    return undefined;
  }
};
