import test from 'ava';
import { challengeCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const atIssuer = async (simulator: TestSimulator) => {
  const { orderId } = await simulator.register();
  await payForm(simulator, orderId, challengeCard);
  const order = await simulator.order(orderId);
  const threeDSServerTransID = order?.attempts.at(-1)?.threeDs?.serverTransId ?? '';
  const answer = (fields: Readonly<Record<string, string>>) =>
    fetch(`${simulator.url}/acs/answer`, {
      method: 'POST',
      body: new URLSearchParams({ acsTransID: orderId, threeDSServerTransID, ...fields }),
    });
  const stage = async () => (await simulator.store.orders.find(orderId))?.attempts.at(-1)?.threeDs?.stage;
  return { answer, stage };
};

for (const fields of [
  { action: 'pass' },
  { action: 'fail' },
  { action: 'pass', code: '' },
  { action: 'fail', code: ' ' },
])
  test(`without the sandbox panel the issuer knows no ${JSON.stringify(fields)}`, async (t) => {
    const without = await atIssuer(await simulatorFor(t, { sandboxPanel: false }));
    await without.answer(fields);
    t.not(await without.stage(), 'answered');
    await without.answer({ action: 'submit', code: '123456' });
    t.is(await without.stage(), 'answered');

    const withPanel = await atIssuer(await simulatorFor(t));
    await withPanel.answer(fields);
    t.is(await withPanel.stage(), 'answered');
  });
