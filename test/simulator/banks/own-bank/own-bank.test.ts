import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { CannotTry } from '../../../../contracts/report/cannot-try.ts';
import { readOptions } from '../../../../contracts/verify/options.ts';
import { readConfig } from '../../../../simulator/commands/read-config.ts';
import { optionsOf } from '../../../../simulator/config.ts';
import { ConfigError } from '../../../../simulator/options/config-error.ts';
import { startSimulator } from '../../../../simulator/simulator.ts';
import { visitorOf } from '../../../helpers/dashboard/visitor.ts';
import { folderWith } from '../../../helpers/process/folder-with.ts';
import { controlOf } from '../../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../../helpers/simulator/simulator.ts';

const text = `extends: bereke
name: my-bank
title: My Bank
currency: BYN
currencies: [BYN, EUR]
paymentAttempts: { value: 1, source: a letter of the bank, confidence: doc }
results:
  register: { success: number, refusal: number }
  operations: { success: text, refusal: text }
  status: { success: text, refusal: text }
`;

const fileFor = async (t: ExecutionContext): Promise<string> =>
  join(await folderWith(t, { 'my-bank.yaml': text }), 'my-bank.yaml');

/** What register.do answers to a merchant, apart from the order. */
const registeredBy = async ({ restUrl }: { readonly restUrl: string }, userName: string, orderNumber = '1') => {
  const body = new URLSearchParams({
    userName,
    password: 'p',
    amount: '500',
    orderNumber,
    returnUrl: 'https://s.example',
  });
  const {
    orderId,
    formUrl: _,
    ...rest
  } = (await (await fetch(`${restUrl}register.do`, { method: 'POST', body })).json()) as Json;
  return { orderId: String(orderId), rest };
};

test('the gateway answers as the bank of the file, which the setting BANK and the option name', async (t) => {
  const file = await fileFor(t);
  const options = optionsOf(readConfig({ BANK: file }));
  const simulator = await simulatorFor(t, { bank: options.bank as string });

  const {
    orderId,
    formUrl: _,
    ...rest
  } = await simulator.call('register.do', { amount: '500', returnUrl: 'https://s.example' });

  t.deepEqual(rest, { errorCode: 0 });
  t.is((await simulator.status(orderId))['currency'], '933');
  t.is(simulator.bank.name, 'my-bank');
});

test('merchants may have the bank of the process by its name, and those of tillbox', async (t) => {
  const login = { password: 'p' };
  const simulator = await simulatorFor(t, {
    bank: await fileFor(t),
    merchants: [
      { ...login, login: 'mine', bank: 'my-bank' },
      { ...login, login: 'dsk', bank: 'dsk' },
    ],
  });
  await simulator.makeMerchant({ ...login, login: 'made', bank: 'my-bank' });

  t.deepEqual((await registeredBy(simulator, 'mine')).rest, { errorCode: 0 });
  t.deepEqual((await registeredBy(simulator, 'made')).rest, { errorCode: 0 });
  t.deepEqual((await registeredBy(simulator, 'dsk')).rest, {});
  await t.throwsAsync(simulator.changeMerchant('dsk', { bank: 'my-bnak' }), {
    instanceOf: ConfigError,
    message: /^changeMerchant: bank: expected bereke, .* or my-bank, got "my-bnak"; did you mean my-bank\?$/,
  });
});

test('an order of the bank stays one, whatever bank its merchant has later', async (t) => {
  const merchant = { login: 'mine', password: 'p', bank: 'my-bank' };
  const simulator = await simulatorFor(t, { bank: await fileFor(t), merchants: [merchant] });
  const { orderId } = await registeredBy(simulator, 'mine');
  await simulator.changeMerchant('mine', { bank: 'dsk' });

  t.is((await simulator.order(orderId))?.currency, '933');
  t.deepEqual((await registeredBy(simulator, 'mine', '2')).rest, {});
});

test('no other process has the bank, and a merchant of that name is refused at the start', async (t) => {
  const merchants = [{ login: 'mine', password: 'p', bank: 'my-bank' }];

  await t.throwsAsync(startSimulator({ merchants }), {
    instanceOf: ConfigError,
    message: /^startSimulator: merchants\[0\]\.bank: expected bereke, .*, got "my-bank"$/,
  });
});

test('the control API lists the bank, gives it to merchants, and documents it', async (t) => {
  const control = controlOf(t, await simulatorFor(t, { bank: await fileFor(t) }));

  const { banks } = (await control('GET /banks')).json;
  t.deepEqual(banks.at(-1), { name: 'my-bank', title: 'My Bank', basePath: '/payment', currency: '933', isOwn: true });
  t.is((await control('GET /ready')).json['bank'], 'my-bank');
  t.like((await control('POST /merchants', { login: 'mine', bank: 'my-bank' })).json, { bank: 'my-bank' });
  t.like(await control('PATCH /merchants/mine', { bank: 'my-bnak' }), { status: 422, json: { field: 'bank' } });
  t.is((await control('GET /openapi/merchant.json?bank=my-bank')).status, 200);
  t.like(await control('GET /openapi/merchant.json?bank=my-bnak'), { status: 422, json: { field: 'bank' } });
});

test('the dashboard shows the bank, and where its facts are from', async (t) => {
  const simulator = await simulatorFor(t, { bank: await fileFor(t) });
  const visitor = visitorOf(simulator.url);

  const { text, html } = await visitor.open('/bank');
  t.regex(text, /My Bank/);
  t.regex(text, /a letter of the bank/);
  t.regex(text, /own file/);
  t.true(html.includes('sandbox.berekebank.kz'), 'facts of the bank that it extends keep their sources');
  t.regex((await visitorOf(simulator.url, { language: 'kk' }).open('/bank')).text, /өз файлы/);
  t.is((await visitor.open('/bank?bank=dsk')).status, 200);
  t.is((await visitor.open('/api')).status, 200);
  t.true((await visitor.open('/merchants?login=test_user')).html.includes('value="my-bank" selected'));
});

test('the mistakes of a file stop the start, also if the merchants are wrong', async (t) => {
  const folder = await folderWith(t, { 'mine.yaml': 'extends: bereke\nname: mine\ncurency: KZT' });
  const bank = join(folder, 'mine.yaml');

  await t.throwsAsync(startSimulator({ bank }), {
    instanceOf: ConfigError,
    message: `${bank}:3: curency: unknown key; did you mean currency?`,
  });
});

test('pacts are verified at the bank of a file', async (t) => {
  const file = await fileFor(t);

  t.like((await readOptions({ bank: file }, {}, true)).banks, [{ name: 'my-bank', currency: '933' }]);
  t.like((await readOptions({}, { BANK: file }, true)).banks, [{ name: 'my-bank' }]);
  await t.throwsAsync(readOptions({ bank: `${file}.yml` }, {}, true), {
    instanceOf: CannotTry,
    message: /expected the file of a bank, but it cannot be read \(ENOENT\)$/,
  });
});
