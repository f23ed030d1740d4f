import test from 'ava';
import { pay, plainCard } from '../helpers/pay.ts';
import { type Json, simulatorFor } from '../helpers/simulator.ts';

const fields = { name: 'Donation', amount: 5000, currency: 'KZT', description: 'For the school' };

test('an order is registered from a template without a login, and paid', async (t) => {
  const simulator = await simulatorFor(t);
  const { templateId } = await simulator.json('templates/createTemplate.do', {
    ...fields,
    returnUrl: 'https://shop.example/thanks',
  });

  const answer = await fetch(`${simulator.restUrl}registerByTemplate.do`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ templateId, language: 'en', amount: 5000, currency: 'KZT', addParams: { email: 'a@b.kz' } }),
  });
  const order = (await answer.json()) as Json;
  const walk = await pay(order['formUrl'], { card: plainCard });

  t.deepEqual(Object.keys(order).sort(), ['formUrl', 'orderId']);
  t.is(walk.end, 'shop');
  t.is(walk.url, `https://shop.example/thanks?orderId=${order['orderId']}&lang=en`);
  t.like(await simulator.status(order['orderId']), {
    orderStatus: 2,
    amount: 5000,
    currency: '398',
    orderDescription: 'For the school',
    payerData: { email: 'a@b.kz' },
  });
});

test('a template without an amount takes that of the order', async (t) => {
  const simulator = await simulatorFor(t);
  const { templateId } = await simulator.json('templates/create.do', { name: 'Any sum' });
  const register = (amount?: number, currency?: string) =>
    simulator.json('registerByTemplate.do', { templateId, amount, currency });

  t.is((await simulator.status((await register(700))['orderId']))['amount'], 700);
  t.is((await register())['errorCode'], '12');
  t.is((await register(0))['errorCode'], '5');
  t.is((await register(700, 'USD'))['errorCode'], '3', 'the template is in another currency');
  t.is((await register(700, 'XXX'))['errorCode'], '3');
});

test('templates are shown, listed and changed under both names of each call', async (t) => {
  const simulator = await simulatorFor(t);
  const { templateId, ...created } = await simulator.json('templates/create.do', fields);

  t.deepEqual(created, {
    errorCode: '0',
    errorMessage: 'Success',
    ...fields,
    type: 'ORDER',
    status: 'ACTIVE',
  });
  for (const name of ['get.do', 'getTemplateDetails.do']) {
    t.like(await simulator.json(`templates/${name}`, { templateId }), { templateId, name: 'Donation' });
  }
  for (const [index, name] of ['update.do', 'updateTemplate.do'].entries()) {
    t.like(await simulator.json(`templates/${name}`, { templateId, amount: 100 + index }), { amount: 100 + index });
  }
  const { templates } = await simulator.json('templates/getList.do');
  t.deepEqual(
    templates.map((template: Json) => [template['templateId'], template['amount']]),
    [[templateId, 101]],
  );
});

test('a template can be switched off, and has its time', async (t) => {
  const simulator = await simulatorFor(t);
  const { templateId } = await simulator.json('templates/create.do', { ...fields, endDate: '2026-01-01T09:00:00' });
  const code = async () => (await simulator.json('registerByTemplate.do', { templateId }))['errorCode'];

  t.is(await code(), undefined);
  await simulator.json('templates/update.do', { templateId, active: false });
  t.is(await code(), '7');
  await simulator.json('templates/update.do', { templateId, active: true });
  t.is(await code(), undefined);
  await simulator.clock.advance(2 * 3_600_000);
  t.is(await code(), '7');
});

test('nobody sees or changes the templates of another merchant, and there is none by a wrong id', async (t) => {
  const merchants = [
    { login: 'test_user', password: 'test_user_password' },
    { login: 'other', password: 'secret' },
  ];
  const simulator = await simulatorFor(t, { merchants });
  const { templateId } = await simulator.json('templates/create.do', fields);
  const other = { userName: 'other', password: 'secret' };

  t.is((await simulator.json('templates/get.do', { ...other, templateId }))['errorCode'], '2');
  t.is((await simulator.json('templates/update.do', { ...other, templateId, amount: 1 }))['errorCode'], '2');
  t.deepEqual((await simulator.json('templates/getList.do', other))['templates'], []);
  t.is((await simulator.json('registerByTemplate.do', { templateId: 'none' }))['errorCode'], '2');
  t.is((await simulator.json('templates/create.do', { amount: 1 }))['errorCode'], '4');
});
