import { once } from 'node:events';
import { connect } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

const basic = (login: string): string => `Authorization: Basic ${btoa(login)}`;

/** Sends the head of a call and a little of its body, and resolves with the beginning of the answer. */
const answerToHead = async (t: ExecutionContext, url: string, path: string, ...headers: string[]): Promise<string> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  t.teardown(() => socket.destroy());
  const lines = [`POST ${path} HTTP/1.1`, 'Host: localhost', 'Content-Length: 60000000', ...headers, '', '{"a":'];
  socket.write(lines.join('\r\n'));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
};

const address = '/mportal/mvc/public/merchant/update/test_user';

const strangers: Readonly<Record<string, readonly string[]>> = {
  'no login': [],
  'another password': [basic('test_user:wrong')],
  'the beginning of the password': [basic('test_user:test_user_passwor')],
  'more than the password': [basic('test_user:test_user_password2')],
  'no password': [basic('test_user')],
  'an empty password': [basic('test_user:')],
  'an unknown login': [basic('nobody:test_user_password')],
  'an empty login': [basic(':test_user_password')],
  'the login of the prototype': [basic('__proto__:test_user_password')],
  'another way to log in': ['Authorization: Bearer test_user_password'],
  'no Base64': ['Authorization: Basic ***'],
};

for (const [title, headers] of Object.entries(strangers))
  test(`with ${title} the portal answers 401 before the body has come`, async (t) => {
    const { url } = await simulatorFor(t, { limits: { requestMs: 5_000 } });

    t.regex(await answerToHead(t, url, address, ...headers), /^HTTP\/1\.1 401 .*"status":"FAIL"/s);
  });

test("a right login for another merchant's settings is refused before the body has come", async (t) => {
  const { url } = await simulatorFor(t, { limits: { requestMs: 5_000 } });
  const other = address.replace('test_user', 'other');

  t.regex(await answerToHead(t, url, other, basic('test_user:test_user_password')), /^HTTP\/1\.1 401 /);
});

test('the portal reads the body of a merchant with a right login', async (t) => {
  const { url, store } = await simulatorFor(t);

  const answer = await fetch(url + address, {
    method: 'POST',
    headers: { authorization: basic('test_user:test_user_password').slice('Authorization: '.length) },
    body: '{"callback_addresses":"http://shop.example/callback"}',
  });

  t.is(answer.status, 200);
  t.is((await store.merchants.find('test_user'))?.callbacks?.url, 'http://shop.example/callback');
});
