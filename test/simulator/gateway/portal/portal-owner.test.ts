import test from 'ava';
import { ask } from '../../../helpers/simulator/ask.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

const merchants = [
  { login: 'shop-api', password: 'made-up-1' },
  { login: 'other', password: 'made-up-2' },
  { login: 'shop', password: 'made-up-3' },
];

const body = JSON.stringify({ callbacks_enabled: true, callback_addresses: 'https://evil.example/' });

/** Who calls with which password, for whom; only the first is right. */
const calls = [
  ['shop-api', 'made-up-1', 'shop', 200],
  ['shop-api', 'made-up-1', 'shop-api', 200],
  ['other', 'made-up-2', 'shop', 401],
  ['other', 'made-up-2', 'shop-api', 401],
  ['shop-api', 'made-up-1', 'other', 401],
  ['shop-api', 'made-up-1', 'shop-', 401],
  ['shop-api', 'made-up-1', 'shop-api-api', 401],
  ['shop', 'made-up-3', 'shop-api', 401],
  ['shop-api', 'made-up-', 'shop', 401],
  ['shop-api', 'made-up-11', 'shop', 401],
  ['shop-api', 'MADE-UP-1', 'shop', 401],
  ['shop-api', '', 'shop', 401],
  ['shop-api', 'made-up-2', 'shop', 401],
  ['nobody', 'made-up-1', 'shop', 401],
  ['', '', 'shop', 401],
] as const;

for (const [login, password, owner, status] of calls)
  test(`the portal answers ${status} to ${login}:${password} for ${owner}`, async (t) => {
    const simulator = await simulatorFor(t, { merchants });
    const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
    const url = `${simulator.url}/mportal/mvc/public/merchant/update/${owner}`;
    t.is((await ask(url, { method: 'POST', headers: { authorization }, body })).status, status);
    const changed = (await simulator.merchants()).filter(({ callbacks }) => callbacks?.url !== undefined);
    t.deepEqual(
      changed.map((merchant) => merchant.login),
      status === 200 ? [login] : [],
    );
  });
