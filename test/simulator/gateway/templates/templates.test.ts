import test, { type ExecutionContext } from 'ava';
import type { SimulatorOptions } from '../../../../simulator/simulator.ts';
import { pay, plainCard } from '../../../helpers/payments/pay.ts';
import { type Json, simulatorFor } from '../../../helpers/simulator/simulator.ts';

const fields = { name: 'Donation', amount: 5000, currency: 'KZT', description: 'For the school' };

/** A simulator and the calls of templates: `put` for nested ones, which gives what stands in `template`. */
const shop = async (t: ExecutionContext, options: SimulatorOptions = {}) => {
  const simulator = await simulatorFor(t, options);
  const put = async (call: string, template: object): Promise<Json> =>
    (await simulator.json(`templates/${call}.do`, { template }))['template'] ?? {};
  const create = async (template: object = {}): Promise<string> =>
    (await put('create', { ...fields, ...template }))['templateId'];
  const registerBare = async (body: object): Promise<Json> => {
    const answer = await fetch(`${simulator.restUrl}registerByTemplate.do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Json;
  };
  return { ...simulator, put, create, registerBare };
};

test('an order is registered from a template without a login, and paid', async (t) => {
  const { create, registerBare, status } = await shop(t);
  const templateId = await create({ returnUrl: 'https://shop.example/thanks', descriptionForClient: 'Thank you' });

  const addParams = { email: 'a@b.kz', pupil: 'Aida' };
  const order = await registerBare({ templateId, language: 'en', amount: 5000, currency: 'KZT', addParams });
  const walk = await pay(order['formUrl'], { card: plainCard });

  t.deepEqual(Object.keys(order).sort(), ['formUrl', 'orderId']);
  t.is(walk.end, 'shop');
  t.is(walk.url, `https://shop.example/thanks?orderId=${order['orderId']}&lang=en`);
  t.like(await status(order['orderId']), {
    orderStatus: 2,
    amount: 5000,
    currency: '398',
    orderDescription: 'Thank you',
    payerData: { email: 'a@b.kz' },
    merchantOrderParams: [{ name: 'pupil', value: 'Aida' }],
  });
});

test('where a template names no address the payer ends at the result page of the gateway', async (t) => {
  const { create, registerBare, url } = await shop(t);
  const { orderId, formUrl } = await registerBare({ templateId: await create() });

  const walk = await pay(formUrl, { card: plainCard });

  t.is(walk.url, `${url}/payment/finish.html?orderId=${orderId}&lang=en`);
});

test('a template without an amount takes that of the order; its own amount holds', async (t) => {
  const { put, create, registerBare, status } = await shop(t);
  const { templateId } = await put('create', { name: 'Any sum' });
  const register = (amount?: number, currency?: string) => registerBare({ templateId, amount, currency });

  t.is((await status((await register(700))['orderId']))['amount'], 700);
  t.is((await register())['errorCode'], '12');
  t.is((await register(0))['errorCode'], '5');
  t.is((await register(700, 'USD'))['errorCode'], '3', 'the template is in another currency');
  t.is((await register(700, 'XXX'))['errorCode'], '3');
  t.is((await registerBare({ templateId: await create(), amount: 4999 }))['errorCode'], '5');
});

test('shows a template as it was made, with dates as numbers', async (t) => {
  const { put, create, json } = await shop(t);
  const params = [{ name: 'pupil', label: 'Name of the child', required: true, visible: true }];
  const templateId = await create({
    startDate: '2026-01-01T00:00:00',
    endDate: '2026-02-01T00:00:00',
    preAuth: true,
    additionalParams: params,
  });

  t.deepEqual(await json('templates/get.do', { template: { templateId } }), {
    status: 'SUCCESS',
    template: {
      templateId,
      ...fields,
      type: 'ORDER',
      status: 'ACTIVE',
      preAuth: true,
      singlePayment: false,
      startDate: Date.UTC(2026, 0, 1),
      endDate: Date.UTC(2026, 1, 1),
      additionalParams: params,
    },
  });
  t.deepEqual(await put('create', fields), {
    templateId: (await json('templates/getList.do'))['templates'][1].templateId,
    status: 'ACTIVE',
  });
});

test('lists templates in short, all or those with one status', async (t) => {
  const { put, create, json } = await shop(t);
  const [first, second] = [await create(), await create({ amount: undefined, name: 'Any sum' })];
  await put('update', { templateId: first, status: 'INACTIVE' });
  const list = async (asked: object = {}) => (await json('templates/getList.do', asked))['templates'];

  t.deepEqual(await list(), [
    { templateId: first, name: 'Donation', type: 'ORDER', amount: 5000, currency: 'KZT', status: 'INACTIVE' },
    { templateId: second, name: 'Any sum', type: 'ORDER', currency: 'KZT', status: 'ACTIVE' },
  ]);
  t.is((await list({ status: 'ACTIVE' })).length, 1);
  t.deepEqual(await list({ status: 'EXPIRED' }), []);
  await put('update', { templateId: first, status: 'DELETE' });
  t.deepEqual(
    (await list()).map(({ templateId }: Json) => templateId),
    [second],
  );
});

test('changes what it is told to change, and nothing else', async (t) => {
  const { put, create } = await shop(t);
  const additionalParams = [{ name: 'pupil', required: true }, { name: 'class' }];
  const templateId = await create({ endDate: '2026-02-01T00:00:00', additionalParams });

  const changed = await put('update', {
    templateId,
    name: 'Gift',
    isFreeAmount: true,
    isIndefinite: true,
    additionalParams: [
      { name: 'pupil', mode: 'REMOVE' },
      { name: 'house', mode: 'ADD', value: 'red' },
    ],
  });

  t.like(changed, { templateId, name: 'Gift', description: 'For the school', currency: 'KZT' });
  t.false('amount' in changed);
  t.false('endDate' in changed);
  t.deepEqual(changed['additionalParams'], [{ name: 'class' }, { name: 'house', value: 'red' }]);
  t.deepEqual(await put('get', { templateId }), changed);
});

test('an order says what its template asks for, or what it holds ready', async (t) => {
  const { create, registerBare, status } = await shop(t);
  const additionalParams = [
    { name: 'pupil', required: true },
    { name: 'house', value: 'red' },
  ];
  const templateId = await create({ additionalParams });

  t.is((await registerBare({ templateId }))['errorCode'], '4');
  const { orderId } = await registerBare({ templateId, addParams: { pupil: 'Aida' } });
  t.deepEqual((await status(orderId))['merchantOrderParams'], [
    { name: 'house', value: 'red' },
    { name: 'pupil', value: 'Aida' },
  ]);
  t.is((await registerBare({ templateId, addParams: { pupil: 'A', scenario: 'none such' } }))['errorCode'], '5');
});

test('a template can be switched off and taken away, has its time, and may be for one order only', async (t) => {
  const { put, create, registerBare, clock } = await shop(t);
  const timed = await create({ startDate: '2026-01-01T09:00:00', endDate: '2026-01-01T10:00:00' });
  const plain = await create();
  const once = await create({ singlePayment: true });
  const code = async (templateId: string) => (await registerBare({ templateId }))['errorCode'];

  t.is(await code(timed), '7');
  await clock.advance(3_600_000);
  t.is(await code(timed), undefined);
  await clock.advance(3_600_000);
  t.is(await code(timed), '7');
  t.is((await put('get', { templateId: timed }))['status'], 'EXPIRED');
  t.is(await code(once), undefined);
  t.is(await code(once), '7');
  await put('update', { templateId: plain, status: 'INACTIVE' });
  t.is(await code(plain), '7');
  await put('update', { templateId: plain, status: 'ACTIVE' });
  t.is(await code(plain), undefined);
  await put('update', { templateId: plain, status: 'DELETE' });
  t.is(await code(plain), '6');
  t.deepEqual(await put('get', { templateId: plain }), {});
});

test('an order that is refused does not use up its template, nor count as its use', async (t) => {
  const { create, registerBare, json, put } = await shop(t);
  const templateId = await create({ singlePayment: true });
  const refused = { templateId, addParams: { scenario: 'no-such-scenario' } };

  t.not((await registerBare(refused))['errorCode'], undefined);

  t.is((await put('get', { templateId }))['status'], 'ACTIVE');
  t.false('useDate' in (await json('templates/getTemplateDetails.do', { templateId })));
  t.is((await registerBare({ templateId }))['errorCode'], undefined);
});

test('a template holds the money first where it says so', async (t) => {
  const { create, registerBare, status } = await shop(t);
  const { orderId, formUrl } = await registerBare({ templateId: await create({ preAuth: true }) });

  await pay(formUrl, { card: plainCard });

  t.is((await status(orderId))['orderStatus'], 1);
});

test('the younger calls have their fields at the top, and an error code only for an error', async (t) => {
  const { json, registerBare, restUrl } = await shop(t);
  const sent = {
    name: 'Till 3',
    amount: 900,
    currency: '398',
    distributionChannel: 'till',
    endDate: '2026-02-01T00:00:00',
  };

  const created = await json('templates/createTemplate.do', { username: 'test_user', ...sent });
  const { templateId } = created;
  const updated = await json('templates/updateTemplate.do', { templateId, name: 'Till 4', status: 'INACTIVE' });
  const query = new URLSearchParams({ userName: 'test_user', password: 'test_user_password', templateId });
  const shown = await (await fetch(`${restUrl}templates/getTemplateDetails.do?${query}`)).json();

  t.deepEqual(created, { templateId, type: 'SBP_QR', status: 'ACTIVE', ...sent, currency: 'KZT' });
  t.deepEqual(updated, { ...created, name: 'Till 4', status: 'INACTIVE' });
  t.deepEqual(shown, updated);
  t.is((await registerBare({ templateId }))['errorCode'], '7');
  await json('templates/updateTemplate.do', { templateId, status: 'ACTIVE' });
  t.is((await registerBare({ templateId }))['errorCode'], undefined);
  t.is((await json('templates/getTemplateDetails.do', { templateId }))['useDate'], '2026-01-01T08:00:00');
  t.like(await json('templates/getTemplateDetails.do', { templateId: 'none' }), { errorCode: '6' });
  t.like(await json('templates/createTemplate.do', { amount: 1 }), { errorCode: '4' });
  t.like(await json('templates/updateTemplate.do', { templateId, status: 'DELETE' }), { errorCode: '5' });
});

test('nobody sees or changes the templates of another merchant, and there is none by a wrong id', async (t) => {
  const merchants = [
    { login: 'test_user', password: 'test_user_password' },
    { login: 'other', password: 'secret' },
  ];
  const { create, json, registerBare } = await shop(t, { merchants });
  const templateId = await create();
  const other = { userName: 'other', password: 'secret' };
  const code = async (call: string, body: object) => (await json(`templates/${call}.do`, body))['error']?.code;

  t.is(await code('get', { ...other, template: { templateId } }), '6');
  t.is(await code('update', { ...other, template: { templateId, amount: 1 } }), '6');
  t.is(await code('getList', { merchantLogin: 'other' }), '5');
  t.deepEqual((await json('templates/getList.do', other))['templates'], []);
  t.is((await registerBare({ templateId: 'none' }))['errorCode'], '6');
});

test('refuses a template that makes no sense, and keeps nothing of it', async (t) => {
  const { json } = await shop(t);
  const refused = async (template: unknown, code: string) => {
    const answer = await json('templates/create.do', { template });
    t.is(answer['status'], 'FAIL');
    t.is(answer['error'].code, code, JSON.stringify(template));
  };

  await refused(undefined, '4');
  await refused('Donation', '5');
  await refused([fields], '5');
  await refused({ amount: 1 }, '4');
  await refused({ ...fields, amount: 1.5 }, '5');
  await refused({ ...fields, currency: 'XXX' }, '3');
  await refused({ ...fields, preAuth: 'maybe' }, '5');
  await refused({ ...fields, endDate: 'tomorrow' }, '5');
  await refused({ ...fields, startDate: '2026-02-01T00:00:00', endDate: '2026-01-01T00:00:00' }, '5');
  await refused({ ...fields, returnUrl: '/thanks' }, '4');
  await refused({ ...fields, name: '<b>Donation</b>' }, '5');
  await refused({ ...fields, additionalParams: {} }, '5');
  await refused({ ...fields, additionalParams: [{ value: 'nameless' }] }, '5');
  await refused({ ...fields, additionalParams: [{ name: 'a', required: 'yes' }] }, '5');
  t.deepEqual((await json('templates/getList.do'))['templates'], []);
});
