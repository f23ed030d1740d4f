import test from 'ava';
import { challengeCard } from '../../helpers/payments/pay.ts';
import { cardFields } from '../../helpers/payments/pay-form.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const read = (packed: string) => JSON.parse(Buffer.from(packed, 'base64url').toString());

const shopUrl = 'https://shop.example/3ds-method-done?a=1';

test("the issuer's look at the browser is announced to the address of the shop", async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const first = await simulator.call('paymentorder.do', {
    MDORDER: orderId,
    language: 'en',
    ...cardFields(challengeCard),
    threeDSMethodNotificationUrl: shopUrl,
  });
  const { threeDSServerTransId, threeDSMethodDataPacked: threeDSMethodData } = first;

  t.deepEqual(read(threeDSMethodData), {
    threeDSMethodNotificationURL: shopUrl,
    threeDSServerTransID: threeDSServerTransId,
  });
  const answer = await fetch(first['threeDSMethodURL'], {
    method: 'POST',
    body: new URLSearchParams({ threeDSMethodData }),
  });
  const page = await answer.text();
  t.true(page.includes(`action="${shopUrl}"`), page);
  const [, sent = ''] = /name="threeDSMethodData" value="([^"]+)"/.exec(page) ?? [];
  t.deepEqual(read(sent), { threeDSServerTransID: threeDSServerTransId });
});

test('without such an address the frame stays empty, also with an address that no browser may post to', async (t) => {
  const simulator = await simulatorFor(t);
  const pack = (url: string) =>
    Buffer.from(JSON.stringify({ threeDSMethodNotificationURL: url, threeDSServerTransID: 'x' })).toString('base64url');
  for (const threeDSMethodData of [
    '',
    'x',
    pack('javascript:alert(1)'),
    pack(`${simulator.url}/3dsserver/api/v1/client/notify`),
  ]) {
    const body = new URLSearchParams({ threeDSMethodData });
    const page = await (await fetch(`${simulator.url}/acs/3ds-method`, { method: 'POST', body })).text();
    t.false(page.includes('<form'), page);
  }
});
