import test from 'ava';
import { plainCard } from '../../helpers/payments/pay.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { ownProcessFor } from '../../helpers/process/own-process.ts';
import { login } from '../../helpers/simulator/simulator.ts';

test('a fault of a callback about a card without an order, which no timeline can tell of, is a warning in the log', async (t) => {
  const scenarios = await folderWith(t, {
    'cards.yaml': 'when: { merchant: . }\ncallbacks: [{ on: any, do: lost }]\n',
  });
  const { url, kill, output } = await ownProcessFor(t, { SCENARIOS: scenarios, LOG_LEVEL: 'warn' });
  const fields = { clientId: 'aida', pan: plainCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };

  await fetch(`${url}/payment/rest/createBindingNoPayment.do`, {
    method: 'POST',
    body: new URLSearchParams({ ...login, ...fields }),
  });
  await kill('SIGTERM');

  t.true(
    output.out.includes(
      'Scenario cards asked for a fault of the callback bindingCreated (any is lost): not possible, the merchant has no address for callbacks.',
    ),
    output.out,
  );
});
