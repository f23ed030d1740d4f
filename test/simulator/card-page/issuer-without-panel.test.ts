import test from 'ava';
import { challengeCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

type Send = (url: string, fields: URLSearchParams) => Promise<Response>;

const atIssuer = async (simulator: TestSimulator, send: Send) => {
  const { orderId } = await simulator.register();
  await payForm(simulator, orderId, challengeCard);
  const order = await simulator.order(orderId);
  const threeDSServerTransID = order?.attempts.at(-1)?.threeDs?.serverTransId ?? '';
  const answer = (fields: Readonly<Record<string, string>>) =>
    send(`${simulator.url}/acs/answer`, new URLSearchParams({ acsTransID: orderId, threeDSServerTransID, ...fields }));
  const stage = async () => (await simulator.store.orders.find(orderId))?.attempts.at(-1)?.threeDs?.stage;
  return { answer, stage };
};

/** Ways to send the fields of the form. */
const ways: Readonly<Record<string, Send>> = {
  'a form': (url, body) => fetch(url, { method: 'POST', body }),
  'a multipart form': (url, fields) => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    return fetch(url, { method: 'POST', body });
  },
  'the address of a POST': (url, fields) => fetch(`${url}?${fields}`, { method: 'POST' }),
};

/** What the buttons of the panel send, and programs in their place. */
const presses = [
  { action: 'pass' },
  { action: 'fail' },
  { action: 'pass', code: '' },
  { action: 'fail', code: ' ' },
  { action: 'pass', code: '999999' },
  { action: 'fail', code: '111111' },
];

for (const [way, send] of Object.entries(ways))
  for (const press of presses)
    test(`without the sandbox panel the issuer knows no ${JSON.stringify(press)} in ${way}`, async (t) => {
      const without = await atIssuer(await simulatorFor(t, { sandboxPanel: false }), send);
      await without.answer(press);
      t.not(await without.stage(), 'answered');
      await without.answer({ action: 'submit', code: '123456' });
      t.is(await without.stage(), 'answered');

      const withPanel = await atIssuer(await simulatorFor(t), send);
      await withPanel.answer(press);
      t.is(await withPanel.stage(), 'answered');
    });
