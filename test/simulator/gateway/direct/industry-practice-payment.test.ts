import test from 'ava';
import { industryPracticePayment } from '../../../../client/gateway/endpoints/direct/industry-practice-payment.ts';
import { GatewayClient, GatewayRefused, WrongUse } from '../../../../client/index.ts';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { challengeCard, plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { login, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

const client = { clientId: 'aida' };

const clientOf = ({ restUrl }: TestSimulator) =>
  new GatewayClient({ baseUrl: restUrl, userName: login['userName'] ?? '', password: login['password'] ?? '' });

for (const tii of ['IPI', 'IPS', 'IPD', 'IPA', 'IPN'] as const) {
  test(`charges a stored card as ${tii}, without its payer: there is no 3-D Secure`, async (t) => {
    const simulator = await simulatorFor(t);
    const bindingId = await storedCard(simulator, challengeCard);
    const { orderId } = await simulator.register(client);

    const answer = await clientOf(simulator).call(industryPracticePayment, { orderId, bindingId, tii });

    t.is(answer.errorCode, '0');
    t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'CARD_BINDING', tii });
  });
}

test('says a declined card with errorCode 0, as every call that pays does', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, { pan: cardForActionCode(116) });
  const { orderId } = await simulator.register(client);

  const answer = await clientOf(simulator).call(industryPracticePayment, { orderId, bindingId, tii: 'IPN' });

  t.is(answer.errorCode, '0');
  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 116 });
});

test('refuses other reasons, strange orders and strange cards, and charges nothing', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  const { orderId: mdOrder } = await simulator.register(client);
  const pay = (fields: Record<string, string>) =>
    simulator.call('../industryPractice/paymentOrder.do', { mdOrder, bindingId, tii: 'IPN', ...fields });

  t.like(await pay({ tii: 'U' }), { errorCode: 5 });
  t.like(await pay({ tii: '' }), { errorCode: 4 });
  t.like(await pay({ mdOrder: 'nobody' }), { errorCode: 6 });
  t.like(await pay({ bindingId: 'nothing' }), { errorCode: 2 });
  t.is((await simulator.status(mdOrder))['actionCode'], -100);
});

test('the client asks for the order, and passes a refusal on', async (t) => {
  const simulator = await simulatorFor(t);
  const asked = { bindingId: 'nothing', tii: 'IPD' } as const;
  const pay = (orderId: string) => clientOf(simulator).call(industryPracticePayment, { orderId, ...asked });

  await t.throwsAsync(() => pay(''), { instanceOf: WrongUse });
  await t.throwsAsync(() => pay('nobody'), { instanceOf: GatewayRefused });
});
