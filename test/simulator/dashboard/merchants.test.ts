import test, { type ExecutionContext } from 'ava';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { login as credentials, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const planted = '<img src=x onerror=alert(1)>';

const merchantOf = async (simulator: TestSimulator, login: string) =>
  (await simulator.merchants()).find((merchant) => merchant.login === login);

const gatewayWith = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t, {
    callbacks: { url: 'http://shop:pass-in-url@127.0.0.1:1/cb', token: 'callback-secret' },
    merchants: [
      { login: 'test_user', password: 'test_user_password', token: 'public-secret' },
      { login: 'second', password: 'second-secret', name: planted, bank: 'dsk' },
    ],
  });
  return { simulator, visitor: visitorOf(simulator.url) };
};

test('merchants are listed with their orders and cards, and one is opened', async (t) => {
  const { simulator, visitor } = await gatewayWith(t);
  await simulator.register();

  const { status, text, html } = await visitor.open('/merchants');
  t.is(status, 200);
  t.regex(text, /2 merchants/);
  t.regex(text, /Demo Store 1 order test_user · Bereke Bank 0 cards/);
  t.false(html.includes(planted));

  const second = await visitor.open('/merchants?login=second');
  t.true(second.html.includes('<code class="muted break">second</code>'));
  t.regex((await visitor.open('/merchants?q=seco')).text, /1 merchant /);
  t.is((await visitor.open('/merchants?login=nobody')).status, 404);
});

test('each merchant has its own bank in the list, whoever is in the header', async (t) => {
  const { visitor } = await gatewayWith(t);

  const { text } = await visitor.open('/merchants?merchant=second');

  t.regex(text, /0 orders test_user · Bereke Bank 0 cards/);
  t.regex(text, /0 orders second · DSK Bank 0 cards/);
  t.regex((await visitor.open('/merchants?merchant=second&login=test_user')).html, /<option value="bereke" selected>/);
});

test('no secret is in the page before it is asked for', async (t) => {
  const { visitor } = await gatewayWith(t);

  const { html } = await visitor.open('/merchants');
  for (const secret of ['test_user_password', 'callback-secret', 'public-secret', 'pass-in-url'])
    t.false(html.includes(secret), secret);

  const shown = await visitor.submit('/merchants', 'show', { secret: 'password' });
  t.is(shown.status, 200);
  t.true(shown.html.includes('test_user_password'));
  t.false(shown.html.includes('callback-secret'));
  t.false(shown.html.includes('data-events'));
  t.true((await visitor.submit('/merchants', 'show', { secret: 'callbackToken' })).html.includes('callback-secret'));
});

test('a merchant is made, changed and deleted', async (t) => {
  const { simulator, visitor } = await gatewayWith(t);

  const made = await visitor.submit('/merchants', 'make', { login: 'third', name: 'Third', bank: 'dsk' });
  t.regex(made.text, /The merchant third is made\./);
  const saved = await visitor.submit('/merchants?login=third', 'general', {
    name: 'Third shop',
    bank: 'bereke',
    statusVersion: '20',
  });
  t.regex(saved.text, /The settings are saved\./);
  t.like(await merchantOf(simulator, 'third'), { name: 'Third shop', bank: 'bereke', statusVersion: 20 });

  const asked = await visitor.open('/merchants?login=third&ask=delete');
  t.regex(asked.text, /Delete the merchant third\?/);
  const deleted = await visitor.submit('/merchants?login=third&ask=delete', 'delete');
  t.regex(deleted.text, /The merchant third is deleted\./);
  t.regex(deleted.text, /2 merchants/);
});

test('a refusal is in the words of the control API', async (t) => {
  const { visitor } = await gatewayWith(t);

  t.regex((await visitor.submit('/merchants', 'make', { login: 'second' })).text, /there is a merchant second/);
  t.regex((await visitor.submit('/merchants', 'make', { login: 'a b' })).text, /login: expected letters, digits/);
  t.regex(
    (await visitor.submit('/merchants', 'general', { login: 'nobody', name: 'x' })).text,
    /no merchant has the login nobody/,
  );
});

test('callback settings are saved, and a password in the link stays', async (t) => {
  const { simulator, visitor } = await gatewayWith(t);
  const fields = { method: 'POST', checksum: 'rsa', 'on-deposited': 'on', 'on-refunded': 'on' };

  await visitor.submit('/merchants', 'callbacks', { ...fields, url: 'http://***@127.0.0.1:1/cb' });
  const callbacks = (await merchantOf(simulator, 'test_user'))?.callbacks;
  t.like(callbacks, { url: 'http://shop:pass-in-url@127.0.0.1:1/cb', method: 'POST', checksum: 'rsa' });
  t.deepEqual(callbacks?.operations, ['deposited', 'refunded']);

  await visitor.submit('/merchants', 'callbacks', { ...fields, checksum: '', url: '' });
  const after = (await merchantOf(simulator, 'test_user'))?.callbacks;
  t.is(after?.url, undefined);
  t.is(after?.checksum, undefined);
});

test('tokens are generated, and the password is changed', async (t) => {
  const { simulator, visitor } = await gatewayWith(t);

  const made = await visitor.submit('/merchants', 'generate', { secret: 'token' });
  const token = (await merchantOf(simulator, 'test_user'))?.token ?? '';
  t.not(token, 'public-secret');
  t.true(made.html.includes(token));
  t.regex(made.text, /A new token is in force\./);

  await visitor.submit('/merchants', 'password', { password: 'another' });
  const order = { ...credentials, amount: '100', returnUrl: 'https://shop.example/' };
  t.is((await simulator.callBare('register.do', order))['errorCode'], '5');
});

test('a state is saved, lost by a reset, and imported', async (t) => {
  const { simulator, visitor } = await gatewayWith(t);
  await payWith(simulator, plainCard.pan);
  const { html } = await visitor.open('/merchants');
  const formToken = /name="formToken" value="([^"]*)"/.exec(html)?.[1] ?? '';

  const file = await visitor.send('/merchants', {
    method: 'POST',
    body: new URLSearchParams({ formToken, act: 'export', login: 'test_user' }),
  });
  t.is(file.headers.get('content-disposition'), 'attachment; filename="test_user-state.json"');
  const state = await file.text();
  t.is(JSON.parse(state).orders.length, 1);

  t.regex((await visitor.submit('/merchants?ask=reset', 'reset')).text, /orders?, cards|Orders, cards/);
  t.regex((await visitor.open('/merchants')).text, /Demo Store 0 orders/);

  const form = new FormData();
  for (const [name, value] of Object.entries({ formToken, act: 'import', into: 'test_user' })) form.set(name, value);
  form.set('state', new Blob([state], { type: 'application/json' }), 'state.json');
  t.is((await visitor.send('/merchants', { method: 'POST', body: form })).status, 303);
  const { text } = await visitor.open('/merchants');
  t.regex(text, /The state of test_user is as in the file\./);
  t.regex(text, /Demo Store 1 order /);
});

test('a reset, an import and a deletion can be undone', async (t) => {
  const { simulator, visitor } = await gatewayWith(t);
  await payWith(simulator, plainCard.pan);

  const reset = await visitor.submit('/merchants?ask=reset', 'reset');
  t.regex(reset.text, /the settings stay\. Undo/);
  t.regex(reset.text, /Demo Store 0 orders/);
  const undone = await visitor.send('/merchants', { method: 'POST', body: formIn(reset.html, 'restore') });
  t.is(undone.status, 303);
  const after = await visitor.open(undone.headers.get('location') ?? '');
  t.regex(after.text, /All of test_user is as it was before, except for the journal\./);
  t.notRegex(after.text, /journal\. Undo/);
  t.regex(after.text, /Demo Store 1 order /);

  const deleted = await visitor.submit('/merchants?login=second&ask=delete', 'delete');
  t.regex(deleted.text, /The merchant second is deleted\. Undo/);
  await visitor.send('/merchants', { method: 'POST', body: formIn(deleted.html, 'restore') });
  t.is((await merchantOf(simulator, 'second'))?.bank, 'dsk');

  const state = JSON.stringify(await simulator.state('second'));
  const into = { into: 'test_user', state: state.replace('"second-secret"', '"other-secret"') };
  const imported = await visitor.submit('/merchants', 'import', into);
  t.regex(imported.text, /The state of test_user is as in the file\. Undo/);
  await visitor.send('/merchants', { method: 'POST', body: formIn(imported.html, 'restore') });
  t.is((await merchantOf(simulator, 'test_user'))?.password, 'test_user_password');
  t.notRegex((await visitor.submit('/merchants', 'import', { into: 'new-one', state })).text, /in the file\. Undo/);

  const twice = await visitor.send('/merchants', { method: 'POST', body: formIn(imported.html, 'restore') });
  t.regex((await visitor.open(twice.headers.get('location') ?? '')).text, /no state of test_user is kept/);
});

/** The hidden fields of the form that does this. */
const formIn = (html: string, act: string): URLSearchParams => {
  const [form = ''] = html.match(new RegExp(`<form[^>]*>(?:(?!</form>).)*value="${act}".*?</form>`, 's')) ?? [];
  const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)];
  return new URLSearchParams(Object.fromEntries(fields.map(([, name, value]) => [name, value])));
};

test('a file that is no state is refused', async (t) => {
  const { visitor } = await gatewayWith(t);

  t.regex((await visitor.submit('/merchants', 'import', { state: 'no' })).text, /This file has no JSON object/);
  t.regex((await visitor.submit('/merchants', 'import', { state: '{"format":1}' })).text, /expected/);
});

test('the clock of the opened merchant is started', async (t) => {
  const { visitor } = await gatewayWith(t);

  const { text } = await visitor.submit('/merchants?login=second', 'run');

  t.regex(text, /The clock runs\./);
});

test('a form of another site changes nothing', async (t) => {
  const { simulator, visitor } = await gatewayWith(t);

  await visitor.send('/merchants', {
    method: 'POST',
    body: new URLSearchParams({ act: 'delete', login: 'second', formToken: 'x'.repeat(32) }),
  });

  t.is((await simulator.merchants()).length, 2);
});
