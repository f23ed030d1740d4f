import test from 'ava';
import { ask } from '../../helpers/simulator/ask.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const secret = 'not-for-the-journal';

const login = 'userName=test_user&password=test_user_password';

/** Bodies that become names of parameters, because they are sent as forms or in the query. */
const bodies: readonly string[] = [
  `{"userName":"test_user","password":"${secret}"}`,
  `{"password":"${secret}","amount":100}`,
  `{"PASSWORD":"${secret}"}`,
  `{ "password" : "${secret}" }`,
  `{"a":{"password":"${secret}"}}`,
  `[{"password":"${secret}"}]`,
  `{'password':'${secret}'}`,
  `{"\\u0070assword":"${secret}"}`,
  `{"paymentToken":"${secret}"}`,
  `{"tokenCryptogram":"${secret}"}`,
  `{"cvc":"${secret}"}`,
  `{"password":"${secret}`,
  `<password>${secret}</password>`,
  `password: ${secret}`,
  `password%3D${secret}`,
];

for (const body of bodies) {
  test(`keeps no secret of a body that became a name: ${body}`, async (t) => {
    const simulator = await simulatorFor(t, { journalSize: 10 });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const address = new URL('register.do', simulator.restUrl);
    const text = body.includes('%') ? body : encodeURIComponent(body);

    await ask(address, { method: 'POST', headers, body: `${login}&${text}` });
    await ask(new URL(`?${login}&${text}`, address), { method: 'GET', headers });

    for (const path of ['journal', 'journal.har']) {
      const journal = await ask(new URL(`${simulator.controlUrl}/merchants/test_user/${path}`), { method: 'GET' });
      t.true(journal.text.includes('register.do'));
      t.false(journal.text.includes(secret), path);
    }
  });
}

test('leaves other names as they are', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 10 });
  const names = ['cvc', 'paymentToken', 'a b', '{"amount":1}', 'params[token]', 'имя'];

  await simulator.call('register.do', Object.fromEntries(names.map((name) => [name, '1'])));

  const { entries } = await simulator.journal('test_user');
  t.deepEqual(Object.keys(entries[0]?.parameters ?? {}), ['userName', 'password', ...names]);
});
