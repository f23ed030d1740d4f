import { type Fields, simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { registerWith, test, uuid } from './registration.ts';

const noLogin = { userName: '', password: '' };
const credentials: readonly (readonly [title: string, fields: Fields, message?: RegExp])[] = [
  ['no credentials', noLogin, /\[userName\].*\[password\].*\[token\]/],
  ['a login alone', { password: '' }, /\[userName\].*\[password\].*\[token\]/],
  ['a password alone', { userName: '' }, /\[userName\].*\[password\].*\[token\]/],
  ['a wrong password', { password: 'wrong' }, /^Access denied$/],
  ['a password with a blank behind it', { password: 'test_user_password ' }, /^Access denied$/],
  ['a password in capitals', { password: 'TEST_USER_PASSWORD' }, /^Access denied$/],
  ['an unknown login', { userName: 'nobody' }, /^Access denied$/],
  ['a login in capitals', { userName: 'TEST_USER' }, /^Access denied$/],
  ['a wrong token', { ...noLogin, token: 'wrong' }, /^Access denied$/],
  ['a wrong password and the right token', { password: 'wrong', token: 'open' }, /^Access denied$/],
  ['the right login for another merchant', { merchantLogin: 'other' }, /^Access denied$/],
  ['the right login for a merchant that nobody knows', { merchantLogin: 'nobody' }, /^Access denied$/],
  ['the right token for another merchant', { ...noLogin, token: 'open', merchantLogin: 'other' }, /^Access denied$/],
  ['the right token', { ...noLogin, token: 'open' }],
  ['the right login and a wrong token', { token: 'wrong' }],
  ['the right login for itself', { merchantLogin: 'test_user' }],
];
for (const [title, fields, message] of credentials) {
  test(`${message ? 'refuses' : 'accepts'} ${title}`, async (t) => {
    const simulator = await simulatorFor(t);
    await simulator.store.merchants.save({ ...asMerchant, token: 'open' });
    await simulator.store.merchants.save({ login: 'other', password: 'secret', name: 'Other' });

    const answer = await registerWith(simulator, { ...fields, orderNumber: 'N-1' });

    const owned = await simulator.store.orders.findByNumber('test_user', 'N-1');
    t.is(answer['errorCode'], message && '5');
    t.regex(answer['errorMessage'] ?? '', message ?? /^$/);
    t.is(owned !== undefined, message === undefined);
  });
}

const asMerchant = { login: 'test_user', password: 'test_user_password', name: 'Demo Store' };

test('lets everybody in as a merchant of its own where the login * is configured', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [{ login: '*', password: '' }] });
  const newcomer = { userName: 'newcomer', password: 'first', orderNumber: 'N-1' };

  t.regex((await registerWith(simulator, newcomer))['orderId'], uuid);
  t.is((await registerWith(simulator, { ...newcomer, password: 'second' }))['errorCode'], '5');
  t.regex((await registerWith(simulator, { ...newcomer, userName: 'next' }))['orderId'], uuid);
});
