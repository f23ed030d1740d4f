import test from 'ava';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { printExplanation } from '../../../simulator/scenario-engine/explanation/print-explanation.ts';
import type { Scenario } from '../../../simulator/scenario-engine/scenario.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { anAttempt, anOrder } from '../../helpers/stores/an-order.ts';

const scenarios: readonly Scenario[] = [
  parseScenario('large', { when: { amount: { from: 500_000 }, email: '^vip@' }, attempts: [{ decline: 121 }] }),
  parseScenario('no-money', { when: { orderNumber: '^poor-' }, attempts: [{ decline: 'insufficient-funds' }] }),
];

const explain = async ({ store }: TestSimulator, orderId: string): Promise<string> => {
  const order = await store.orders.find(orderId);
  return order ? printExplanation(order) : '';
};

test('the explanation of a declined order has the code, its decider, and the others', async (t) => {
  const simulator = await simulatorFor(t, { scenarios });
  const { orderId, formUrl } = await simulator.register({ amount: '20000', orderNumber: 'poor-7' });
  await pay(formUrl, { card: plainCard });

  t.is(
    await explain(simulator, orderId),
    `orderStatus  0, open, not paid
actionCode   116, insufficient-funds: Insufficient funds (Declined by the issuer)

Attempt 1 with card 444455**3333: not approved
  action code  116, insufficient-funds: Insufficient funds (Declined by the issuer)
  3-D Secure   none
  decided by   scenario no-money
    no   order               asks for no scenario
    no   merchant test_user  has no scenario set
    no   scenario large      amount: expected 500000 or more, the order has 20000; e-mail: expected to match ^vip@, the order has none
    yes  scenario no-money   order number poor-7 matches ^poor-: on attempt 1 the bank declines the card (insufficient funds, 116)
`,
  );
});

test('each attempt has its own explanation, and a card decides if no scenario does', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: [] });
  const { orderId, formUrl } = await simulator.register({ features: 'FORCE_TDS' });
  const cards = [plainCard, { ...challengeCard, pan: '4242424242424242' }, challengeCard];
  await pay(formUrl, { cards, otp: '000000' });

  t.is(
    await explain(simulator, orderId),
    `orderStatus  6, declined for good
actionCode   -2025, challenge-refused: The issuer refused the authentication in its result message (RReq) (Declined: 3-D Secure)

Attempt 1 with card 444455**3333: not approved
  action code  -2022, three-ds-impossible: 3-D Secure cannot be carried out for this operation (Declined: 3-D Secure)
  3-D Secure   none
  decided by   card number, then order features
    no   order               asks for no scenario
    no   merchant test_user  has no scenario set
    yes  card number         test card "No 3-D Secure, approved": approved (0), 3-D Secure: none
    yes  order features      the order demands 3-D Secure and the card has none

Attempt 2 with card 424242**4242: not approved
  action code  -2022, three-ds-impossible: 3-D Secure cannot be carried out for this operation (Declined: 3-D Secure)
  3-D Secure   none
  decided by   default, then order features
    no   order               asks for no scenario
    no   merchant test_user  has no scenario set
    no   card number         no test card and not of the range 400000
    yes  default             nothing else decided, so the payment is approved
    yes  order features      the order demands 3-D Secure and the card has none

Attempt 3 with card 555555**5599: not approved
  action code  -2025, challenge-refused: The issuer refused the authentication in its result message (RReq) (Declined: 3-D Secure)
  3-D Secure   challenge, failed
  decided by   card number
    no   order               asks for no scenario
    no   merchant test_user  has no scenario set
    yes  card number         test card "Challenge, then approved": approved (0), 3-D Secure: challenge
`,
  );
});

test('a card that fills up what a scenario leaves out is among those who decided', async (t) => {
  const simulator = await simulatorFor(t, {
    scenarios: [
      parseScenario('slow', { attempts: [{ delay: '5ms' }] }),
      parseScenario('poor', { attempts: [{ decline: 116 }] }),
    ],
    clock: createClock(),
  });
  const deciders = async (scenario: string, card: { readonly pan: string }): Promise<string> => {
    const { orderId, formUrl } = await simulator.register({ jsonParams: JSON.stringify({ scenario }) });
    await pay(formUrl, { card: { ...plainCard, ...card }, otp: '000000' });
    return (await explain(simulator, orderId)).replace(/^[\s\S]*decided by/, '');
  };

  t.is(
    await deciders('slow', { pan: cardForActionCode(101) }),
    `   order, then card number
    yes  order        asks for scenario slow: on attempt 1 the bank thinks for 5ms
    yes  card number  the card number asks for card-expired (101), 3-D Secure: none
`,
  );
  t.is(
    await deciders('poor', challengeCard),
    `   order, then card number
    yes  order        asks for scenario poor: on attempt 1 the bank declines the card (insufficient funds, 116)
    yes  card number  chooses 3-D Secure, which no scenario does: test card "Challenge, then approved": approved (0), 3-D Secure: challenge
`,
  );
  t.regex(await deciders('poor', { pan: '4242424242424242' }), /^ {3}order\n/);
});

test('a card number that stands in the description is masked in the explanation', async (t) => {
  const withCard = parseScenario('talkative', { when: { description: 'x' }, attempts: [{ approve: true }] });
  const simulator = await simulatorFor(t, { scenarios: [withCard] });
  const { orderId, formUrl } = await simulator.register({ description: `for ${plainCard.pan}` });
  await pay(formUrl, { card: plainCard });

  const text = await explain(simulator, orderId);

  t.true(text.includes('description: expected to match x, the order has for 444455**3333'));
  t.false(text.includes(plainCard.pan));
});

test('an order without an attempt, and an attempt that is not over, are described', (t) => {
  t.is(
    printExplanation(anOrder()),
    'orderStatus  0, open, not paid\nactionCode   -100, no-attempt-yet: Waiting for payment attempt\nThere was no attempt to pay.\n',
  );
  const { actionCode: _, card: __, ...going } = anAttempt();
  t.regex(printExplanation(anOrder({ attempts: [going] })), /^Attempt 1: not over$/m);
});
