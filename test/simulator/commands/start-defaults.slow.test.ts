import test from 'ava';
import { ownProcessFor } from '../../helpers/process/own-process.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

const journalAt = async (url: string): Promise<Json> =>
  (await (await fetch(`${url}/sandbox/merchants/test_user/journal`)).json()) as Json;

test('the command keeps a journal of requests without a setting, and none with JOURNAL_SIZE=0; in process there is none', async (t) => {
  const [started, without] = await Promise.all([ownProcessFor(t, {}), ownProcessFor(t, { JOURNAL_SIZE: '0' })]);
  const inProcess = await simulatorFor(t);

  for (const { url } of [started, without, inProcess])
    await fetch(`${url}/payment/rest/getOrderStatus.do?userName=test_user&password=test_user_password&orderId=none`);

  t.like(await journalAt(started.url), { isOn: true, entries: [{ path: '/payment/rest/getOrderStatus.do' }] });
  t.like(await journalAt(without.url), { isOn: false, entries: [] });
  t.like(await journalAt(inProcess.url), { isOn: false, entries: [] });
});
