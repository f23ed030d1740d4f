import test, { type ExecutionContext } from 'ava';
import { makeWalletToken, type PayerOptions } from '../../../client/index.ts';
import { missedStepIn } from '../../../simulator/data/missed-step-texts.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { create } from '../gateway/recurring/tasks.ts';

export const day = 86_400_000;

export const asked: Fields = { jsonParams: '{"scenario":"wish"}' };

/** What a person reads about the order: the lines of its timeline about missed steps. */
export const missedOf = async (simulator: TestSimulator, orderId: string): Promise<readonly string[]> => {
  const { timeline = [] } = (await simulator.order(orderId)) ?? {};
  return timeline.map(({ what }) => what).filter((what) => what.includes('not possible'));
};

export type Play = (simulator: TestSimulator) => Promise<string>;

export const payBy =
  (card: NonNullable<PayerOptions['card']>, fields: Fields = {}, options: object = {}): Play =>
  async (simulator) => {
    const { orderId, formUrl } = await simulator.register({ ...asked, ...fields });
    await pay(formUrl, { card, ...options });
    return orderId;
  };

export const plain = payBy(plainCard);

export const moto: Play = async ({ call }) => {
  const card = { pan: challengeCard.pan, expiry: '203412', cardholder: 'AIDA BEK' };
  const order = { amount: '1000', returnUrl: 'https://shop.example/', ...asked };
  return (await call('motoPayment.do', { ...order, ...card }))['mdOrder'];
};

export const payOut: Play = async ({ call }) => {
  const card = { pan: plainCard.pan, expiry: '203412', cardholderName: 'AIDA BEK', cardHolderName: 'AIDA BEK' };
  const answer = await call('instantRefund.do', { amount: '1000', ...asked, ...card });
  return answer['orderId'] ?? answer['mdOrder'];
};

export const brokenToken: Play = async ({ json, callBare, orders }) => {
  const { keys } = await callBare('../se/keys.do');
  const order = { amountMinor: 1000, currency: '398' };
  const paymentToken = makeWalletToken({ wallet: 'apple', publicKey: keys[0].keyValue, isBroken: true, ...order });
  const payment = {
    merchant: 'test_user',
    orderNumber: 'W-1',
    paymentToken,
    additionalParameters: { scenario: 'wish' },
  };
  await json('../applepay/payment.do', payment);
  return (await orders('test_user')).orders[0]?.orderId ?? '';
};

export const subscription: Play = async (simulator) => {
  await create(simulator, { params: { scenario: 'wish' } });
  await simulator.clock.advance(day);
  await simulator.settled();
  const { orders } = await simulator.orders('test_user');
  return orders[0]?.orderId ?? '';
};

export interface Case {
  readonly title: string;
  /** The body of the scenario `wish`. */
  readonly wish: object;
  readonly play: Play;
  readonly options?: SimulatorOptions;
  /** The ends of the lines: after "Scenario wish asked for ". */
  readonly missed: readonly string[];
}

export const later = (step: unknown, since?: string) => ({
  later: [{ after: '1m', ...(since && { since }), do: step }],
});

export const callback = (step: unknown, on = 'deposited') => ({ callbacks: [{ on, do: step }] });

export const noAddress = 'not possible, the merchant has no address for callbacks.';

export const stageFor = (t: ExecutionContext, { wish, options }: Pick<Case, 'wish' | 'options'>) =>
  simulatorFor(t, { scenarios: [parseScenario('wish', wish)], ...options });

/** Words of the wire and of scenarios, which are the same in every language. */
const wireWords =
  /3-D Secure|FORCE_\w+|RRN|KZT|wish|insufficient-funds|errorCode|(?<=[^a-z])(challenge|none|deposited|approved|refunded|bindingCreated|registerPreAuth|acs|any)(?=[^a-z])/g;

const testLanguages = (t: ExecutionContext, sentence: string): void => {
  for (const language of ['ru', 'kk'] as const) {
    const translated = missedStepIn(language, sentence);
    t.notRegex(translated.replace(wireWords, ''), /[a-z]/i, `${translated} (${sentence})`);
  }
};

/** A test for each case. */
export const testMissed = (cases: readonly Case[]): void => {
  for (const { title, missed, play, ...stage } of cases)
    test(`the timeline tells of ${title}`, async (t) => {
      const simulator = await stageFor(t, stage);
      const orderId = await play(simulator);
      await simulator.clock.advance(3 * day);
      await simulator.settled();

      t.deepEqual(
        await missedOf(simulator, orderId),
        missed.map((end) => `Scenario wish asked for ${end}`),
      );
      for (const end of missed) testLanguages(t, `Scenario wish asked for ${end}`);
    });
};
