import type { CallbackChanges, ResentCallback } from '../../../../client/index.ts';
import { inboxUrls } from '../../../callbacks/inbox/inbox-address.ts';
import type { Done, Form, Visit } from '../../page.ts';

type Act = (visit: Visit, form: Form) => Promise<Done>;

/** What the forms of the page do: each is a call of the control API. */
export const callbackActs: Readonly<Record<string, Act>> = {
  resend: async (visit, { id = '' }) => {
    const { sandbox, context } = visit;
    return afterSending(visit, await sandbox.callbacks.resend(context.merchant.login, id));
  },
  spoil: async (visit, form) => {
    const { sandbox, context, link } = visit;
    const sent = await sandbox.callbacks.resend(context.merchant.login, form['id'] ?? '', changesOf(form));
    return { ...afterSending(visit, sent), to: link('/callbacks', { callback: sent.callback.id }) };
  },
  pause: async ({ sandbox, context, say }) => {
    await sandbox.callbacks.pause(context.merchant.login);
    return { notice: { kind: 'good', text: say('Sending is paused. Nothing is lost: the callbacks wait.') } };
  },
  run: async ({ sandbox, context, say }) => {
    await sandbox.callbacks.run(context.merchant.login);
    return { notice: { kind: 'good', text: say('Callbacks are sent again.') } };
  },
  'set-address': async ({ sandbox, context, say }, { url = '', method }) => {
    const ways = { GET: { method: 'GET' }, POST: { method: 'POST' } } as const;
    const way = method === 'GET' || method === 'POST' ? ways[method] : {};
    const callbacks = { url: url.trim() || null, ...way };
    await sandbox.changeMerchant(context.merchant.login, { callbacks });
    return {
      notice: { kind: 'good', text: say(callbacks.url ? 'The address is changed.' : 'The address is removed.') },
    };
  },
  'use-inbox': async ({ sandbox, context, say }) => {
    const { merchant, options } = context;
    const [url] = inboxUrls(merchant.login, options);
    if (url !== undefined) await sandbox.changeMerchant(merchant.login, { callbacks: { url } });
    return { notice: { kind: 'good', text: say('Callbacks go to the inbox now.') } };
  },
  test: async ({ sandbox, context, say }, { to = '' }) => {
    const tested = await sandbox.callbacks.test(context.merchant.login, to.trim() ? { to: to.trim() } : {});
    const end = endOf(say, tested.try);
    return {
      notice: { kind: tested.isDelivered ? 'good' : 'bad', text: say('The test callback was sent: {end}.', { end }) },
    };
  },
  'show-token': async ({ context, say }) => {
    const token = context.merchant.callbacks?.token;
    if (token === undefined) return {};
    return { notice: { kind: 'good', text: say('The callback token is {token}', { token }) } };
  },
};

/** What a copy has that is wrong. */
const changesOf = ({ how, delay = '', amount = '', to = '' }: Form): CallbackChanges => {
  switch (how) {
    case 'twice':
      return { times: 2 };
    case 'late':
      return { delay: delay.trim() || '5m' };
    case 'missing-checksum':
      return { checksum: 'missing' };
    case 'amount':
      return { fields: { amount: amount.trim() } };
    case 'address':
      return { to: to.trim() };
    default:
      return { checksum: 'wrong' };
  }
};

const afterSending = ({ say }: Visit, { isDelivered, try: last }: ResentCallback): Done => {
  if (!last) return { notice: { kind: 'good', text: say('A copy waits. It is sent when its time comes.') } };
  return {
    notice: {
      kind: isDelivered ? 'good' : 'bad',
      text: say('The callback was sent: {end}.', { end: endOf(say, last) }),
    },
  };
};

const endOf = (
  say: Visit['say'],
  { httpStatus, error }: { readonly httpStatus?: number; readonly error?: string },
): string =>
  httpStatus === undefined
    ? say('no answer ({reason})', { reason: error ?? '' })
    : say('the answer is HTTP {status}', { status: httpStatus });
