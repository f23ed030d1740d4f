import { passIssuer } from '../../../helpers/payments/at-issuer.ts';
import { challengeCard, frictionlessCard, pay, plainCard } from '../../../helpers/payments/pay.ts';
import { cardFields } from '../../../helpers/payments/pay-form.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import type { Fields, TestSimulator } from '../../../helpers/simulator/simulator.ts';
import type { Given } from './printed-requests.ts';

/** Ids by the words in braces of a printed body. */
type Known = Readonly<Record<string, string>>;

type Begin = (simulator: TestSimulator) => Promise<Known>;

const clientId = '259753456';

/** The amount of the manual's samples. */
const anOrder = async (simulator: TestSimulator, fields: Fields = {}): Promise<Known> => ({
  order: (await simulator.register({ amount: '2000', ...fields })).orderId,
});

const paid = async (simulator: TestSimulator, card: typeof plainCard | typeof challengeCard): Promise<Known> => {
  const { orderId, formUrl } = await simulator.register({ amount: '2000' });
  await pay(formUrl, { card });
  return { order: orderId };
};

const stored = async (simulator: TestSimulator): Promise<Known> => ({
  binding: await storedCard(simulator, plainCard, { clientId }),
});

/** The first of two calls of paymentorder.do; the second is the printed one. */
const browserCheck = async (simulator: TestSimulator, fields: Fields = {}): Promise<Known> => {
  const known = await anOrder(simulator, { failUrl: 'https://shop.example/fail' });
  const card = { ...cardFields(challengeCard), ...fields };
  const first = await simulator.call('paymentorder.do', { MDORDER: known['order'] ?? '', language: 'en', ...card });
  return { ...known, transaction: first['threeDSServerTransId'] };
};

export const begin: Readonly<Record<Given, Begin>> = {
  nothing: async () => ({}),
  'an order': anOrder,
  'an order of the client': async (simulator) => ({
    ...(await anOrder(simulator, { clientId })),
    ...(await stored(simulator)),
  }),
  'a held order': async (simulator) => {
    const order = { amount: '2000', returnUrl: 'https://shop.example/return' };
    const { orderId, formUrl } = await simulator.call('registerPreAuth.do', order);
    await pay(formUrl, { card: plainCard });
    return { order: orderId };
  },
  'a paid order': (simulator) => paid(simulator, plainCard),
  'an order paid with a challenge': (simulator) => paid(simulator, challengeCard),
  'a browser check of a wrong CVC': (simulator) =>
    browserCheck(simulator, { ...cardFields(frictionlessCard), $CVC: '999' }),
  'an order with the number': (simulator) => anOrder(simulator, { orderNumber: '1234567890ABCDEF' }),
  'a browser check': browserCheck,
  'a challenge that passed': async (simulator) => {
    const known = await browserCheck(simulator);
    await passIssuer(await simulator.call('3ds/continue.do', { mdOrder: known['order'] ?? '' }));
    return known;
  },
  'a stored card': stored,
  'a removed card': async (simulator) => {
    const known = await stored(simulator);
    await simulator.call('unBindCard.do', { bindingId: known['binding'] ?? '' });
    return known;
  },
};
