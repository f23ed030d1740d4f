import { bankOf } from '../../../banks/bank-of.ts';
import { exampleCustomer, exampleOrder, exampleParams } from '../../../banks/example-order.ts';
import type { Done, Form, Visit } from '../../page.ts';
import { shopUrlAt } from '../../start-page.ts';
import { minorOf } from '../../ui/minor-of.ts';

/** What the first page does, through the APIs that a shop and a test have. */
export const startActs = {
  order: async (visit: Visit, { amount = '', phases, scenario }: Form): Promise<Done> => {
    const { gateway, link, say } = visit;
    const amountMinor = minorOf(amount, bankOf(visit.context, visit.context.merchant).currency);
    if (amountMinor === undefined)
      return { notice: { kind: 'bad', text: say('“{amount}” is no amount.', { amount }) } };
    const order = { ...testOrder(visit, amountMinor), ...(scenario && { jsonParams: { scenario } }) };
    const { orderId } = await (phases === 'two' ? gateway.registerPreAuth(order) : gateway.register(order));
    return { to: link(`/orders/${encodeURIComponent(orderId)}`) };
  },

  callback: async ({ sandbox, context, link, say }: Visit, { to = '' }: Form): Promise<Done> => {
    const tested = await sandbox.callbacks.test(context.merchant.login, to === '' ? {} : { to });
    const { httpStatus, error = '' } = tested.try;
    const back = link('/', { to: to || undefined });
    if (tested.isDelivered)
      return {
        to: back,
        notice: { kind: 'good', text: say('The shop answered HTTP 200: the callback was accepted.') },
      };
    const text =
      httpStatus === undefined
        ? say('The shop gave no answer: {reason}.', { reason: error })
        : say('The shop answered HTTP {status}; only 200 counts as accepted.', { status: httpStatus });
    return { to: back, notice: { kind: 'bad', text } };
  },

  password: async ({ context, say }: Visit): Promise<Done> => {
    const { login, password } = context.merchant;
    return { notice: { kind: 'good', text: say('The password of {login}: {password}', { login, password }) } };
  },
};

/** An order that this bank takes. A bank that does not number orders gets a number that was never used. */
const testOrder = ({ context, origin }: Visit, amountMinor: number) => {
  const bank = bankOf(context, context.merchant);
  const returnUrl = shopUrlAt(context, origin) ?? 'https://shop.example/';
  const jsonParams = exampleParams(bank);
  const { currency = bank.currency, language = bank.defaultLanguage } = exampleOrder(bank, returnUrl);
  return {
    amountMinor,
    currency,
    language,
    returnUrl,
    description: 'test_order',
    ...(!bank.generatesOrderNumber && { orderNumber: `T${context.ids.uuid(context.clock.now()).slice(-8)}` }),
    ...(bank.wantsCustomer && { orderBundle: exampleCustomer }),
    ...(jsonParams && { jsonParams }),
  };
};
