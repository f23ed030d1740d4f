import type { Merchant } from '../../../../simulator/domain/merchant.ts';
import { behaviour } from './behaviour.ts';

const aMerchant = (login: string, change: Partial<Merchant> = {}): Merchant => ({
  login,
  password: 'secret',
  name: 'Shop',
  ...change,
});

behaviour('merchants stand in the order in which they were added', async (t, { merchants }) => {
  for (const login of ['zoya', 'aida', 'marat']) await merchants.save(aMerchant(login));
  await merchants.save(aMerchant('zoya', { password: 'changed' }));
  await merchants.remove('aida');
  await merchants.save(aMerchant('aida'));

  const all = await merchants.all();

  t.deepEqual(
    all.map(({ login, password }) => [login, password]),
    [
      ['zoya', 'changed'],
      ['marat', 'secret'],
      ['aida', 'secret'],
    ],
  );
});

behaviour('a merchant is found by login and by token, as it was saved last', async (t, { merchants }) => {
  const merchant = aMerchant('aida', { token: 'public', statusVersion: 3, bank: 'dsk' });
  await merchants.save(merchant);
  await merchants.save(aMerchant('other'));

  t.deepEqual(await merchants.find('aida'), merchant);
  t.deepEqual(await merchants.findByToken('public'), merchant);
  t.is(await merchants.find('Aida'), undefined);
  t.is(await merchants.findByToken('other'), undefined);

  await merchants.save(aMerchant('aida'));
  t.is(await merchants.findByToken('public'), undefined);
  t.false(Object.hasOwn((await merchants.find('aida')) ?? {}, 'token'));

  await merchants.remove('aida');
  t.is(await merchants.find('aida'), undefined);
});

behaviour('of many merchants that are made with one login, or one token, one is kept', async (t, { merchants }) => {
  const makers = Array.from({ length: 20 }, (_, index) => index);
  const made = (change: (index: number) => Merchant) =>
    Promise.all(makers.map((index) => merchants.insert(change(index))));

  const sameLogin = await made((index) => aMerchant('aida', { password: `secret-${index}` }));
  const sameToken = await made((index) => aMerchant(`shop-${index}`, { token: 'public' }));

  t.is(sameLogin.filter(Boolean).length, 1);
  t.is((await merchants.find('aida'))?.password, `secret-${sameLogin.indexOf(true)}`);
  t.is(sameToken.filter(Boolean).length, 1);
  t.is((await merchants.findByToken('public'))?.login, `shop-${sameToken.indexOf(true)}`);
  t.is((await merchants.all()).length, 2);
});

behaviour('no merchant gets the token of another, before that gives it up', async (t, { merchants }) => {
  await merchants.insert(aMerchant('aida', { token: 'public' }));
  await merchants.insert(aMerchant('zoya'));

  t.false(await merchants.save(aMerchant('zoya', { token: 'public', name: 'Another' })));
  t.false(await merchants.save(aMerchant('marat', { token: 'public' })));
  t.true(await merchants.save(aMerchant('aida', { token: 'public', name: 'Another' })));

  t.deepEqual(await merchants.find('zoya'), aMerchant('zoya'));
  t.is(await merchants.find('marat'), undefined);
  t.deepEqual(await merchants.findByToken('public'), aMerchant('aida', { token: 'public', name: 'Another' }));

  await merchants.save(aMerchant('aida'));
  t.true(await merchants.save(aMerchant('zoya', { token: 'public' })));
  t.is((await merchants.findByToken('public'))?.login, 'zoya');
});

behaviour('of many that begin with one merchant and its token at once none fails', async (t, { merchants }) => {
  const saves = Array.from({ length: 20 }, () => merchants.save(aMerchant('aida', { token: 'public' })));

  t.deepEqual(new Set(await Promise.all(saves)), new Set([true]));
});

behaviour('a merchant that stays as it is, is the same object', async (t, { merchants }) => {
  await merchants.save(aMerchant('aida'));
  const found = await merchants.find('aida');

  t.is(await merchants.find('aida'), found);
  await merchants.save(aMerchant('aida', { name: 'Another' }));
  t.not(await merchants.find('aida'), found);
  t.is((await merchants.find('aida'))?.name, 'Another');
});

behaviour('a scenario of its own comes and goes with the merchant', async (t, { merchants }) => {
  const ownScenario = { attempts: [{ decline: 'insufficient-funds' }] };
  await merchants.save(aMerchant('aida', { ownScenario }));
  await merchants.save(aMerchant('other'));
  t.deepEqual((await merchants.find('aida'))?.ownScenario, ownScenario);
  t.is((await merchants.find('other'))?.ownScenario, undefined);

  await merchants.save(aMerchant('aida'));
  t.is((await merchants.find('aida'))?.ownScenario, undefined);
});
