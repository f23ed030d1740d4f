import test from 'ava';
import { GatewayAnswerUnreadable, GatewayClient, GatewayRefused, WrongUse } from '../../../client/index.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const login = { userName: 'test_user', password: 'test_user_password' };
const charge = { orderNumber: 'R-1', bindingId: 'card-1', amountMinor: 1500 };
const task = {
  merchantTaskUuid: 'gym-7',
  clientId: 'aida',
  bindingId: 'card-1',
  amountMinor: 1500,
  currency: '398',
  schedule: { since: new Date(Date.UTC(2026, 0, 31)), till: '2027-01-31T00:00:00.000+0500', every: 1, unit: 'MONTHS' },
};

const clientOf = (baseUrl: string) => new GatewayClient({ baseUrl, ...login, retries: 0 });

test('sends a charge as the manual has it, and reads what became of the order', async (t) => {
  const orderStatus = { errorCode: '0', orderStatus: 2, amount: '1500' };
  const stub = await stubServer(t, () => ({ body: { success: true, data: { orderId: 'order-1' }, orderStatus } }));

  const answer = await clientOf(`${stub.origin}/payment/rest/`).bindings.payRecurrent({
    ...charge,
    feeMinor: 10,
    autocompletionDate: new Date(Date.UTC(2026, 0, 2)),
    additionalParameters: { plan: 'gold' },
  });

  t.deepEqual(answer, { orderId: 'order-1', orderStatus: { errorCode: '0', orderStatus: 2, amount: 1500 } });
  t.is(stub.received[0]?.path, '/payment/recurrentPayment.do');
  t.deepEqual(JSON.parse(stub.received[0]?.body ?? ''), {
    orderNumber: 'R-1',
    bindingId: 'card-1',
    amount: 1500,
    feeInput: 10,
    preAuth: false,
    autocompletionDate: '2026-01-02T00:00:00',
    additionalParameters: { plan: 'gold' },
    ...login,
  });
});

test('sends a task with its dates in a zone', async (t) => {
  const stub = await stubServer(t, () => ({
    body: { status: 'SUCCESS', task: { taskUuid: 'task-1', state: 'CREATED' } },
  }));

  const answer = await clientOf(`${stub.origin}/payment/rest/`).recurringTasks.create({ ...task, language: 'ru' });

  t.deepEqual(answer, { taskUuid: 'task-1', state: 'CREATED' });
  t.is(stub.received[0]?.path, '/recurrent/v1/task/create');
  t.deepEqual(JSON.parse(stub.received[0]?.body ?? ''), {
    locale: 'ru',
    task: {
      merchantTaskUuid: 'gym-7',
      clientId: 'aida',
      bindingId: 'card-1',
      amount: 1500,
      currency: '398',
      scheduleData: {
        scheduledSince: '2026-01-31T00:00:00.000+0000',
        scheduledTill: '2027-01-31T00:00:00.000+0500',
        timeUnit: 'MONTHS',
        value: 1,
      },
    },
    ...login,
  });
});

const named = { taskUuid: 'task-1' };
const answered = { taskUuid: 'task-1', state: 'ACTIVE' };
const taskRows = [
  {
    path: 'task/get',
    ask: ({ recurringTasks }: GatewayClient) => recurringTasks.get({ task: { merchantTaskUuid: 'gym-7' } }),
    sent: { taskIdentifier: { merchantTaskUuid: 'gym-7' } },
  },
  {
    path: 'task/modify',
    ask: ({ recurringTasks }: GatewayClient) => recurringTasks.modify({ task: named, bindingId: 'card-2' }),
    sent: { task: { bindingId: 'card-2', taskIdentifier: named } },
  },
  {
    path: 'task/terminate',
    ask: ({ recurringTasks }: GatewayClient) => recurringTasks.terminate({ task: named }),
    sent: { taskIdentifier: named },
  },
  {
    path: 'task/activate',
    ask: ({ recurringTasks }: GatewayClient) => recurringTasks.activate({ task: named, language: 'kk' }),
    sent: { locale: 'kk', taskIdentifier: named },
  },
  {
    path: 'payment/skip',
    ask: ({ recurringTasks }: GatewayClient) => recurringTasks.skipPayment({ task: named, paymentNumber: 3 }),
    sent: { taskIdentifier: named, paymentNumber: 3 },
  },
];

for (const { path, ask, sent } of taskRows) {
  test(`${path} names its task and reads how it stands`, async (t) => {
    const stub = await stubServer(t, () => ({ body: { status: 'SUCCESS', task: answered } }));

    t.deepEqual(await ask(clientOf(`${stub.origin}/payment/rest/`)), answered);

    t.is(stub.received[0]?.path, `/recurrent/v1/${path}`);
    t.deepEqual(JSON.parse(stub.received[0]?.body ?? ''), { ...sent, ...login });
  });
}

test('task/batchTerminate names several tasks in both spellings of the manual', async (t) => {
  const stub = await stubServer(t, () => ({ body: { status: 'SUCCESS' } }));

  t.true(await clientOf(`${stub.origin}/payment/rest/`).recurringTasks.terminateAll({ tasks: [named] }));

  t.deepEqual(JSON.parse(stub.received[0]?.body ?? ''), {
    taskIdentifiers: [named],
    tasksIdentifiers: [named],
    ...login,
  });
});

test('sends an instalment, and takes a declined card for an answer', async (t) => {
  const body = { errorCode: 0, error: false, orderId: 'order-1', orderStatus: { errorCode: '0', orderStatus: 6 } };
  const stub = await stubServer(t, () => ({ body }));

  const answer = await clientOf(`${stub.origin}/payment/rest/`).bindings.payInstallment({ ...charge, preAuth: true });

  t.deepEqual(answer, { orderId: 'order-1', orderStatus: { errorCode: '0', orderStatus: 6 } });
  t.is(stub.received[0]?.path, '/payment/installmentPayment.do');
  t.like(JSON.parse(stub.received[0]?.body ?? ''), { orderNumber: 'R-1', bindingId: 'card-1', preAuth: true });
});

test('takes a FAIL for a refusal, with or without a reason, and an answer without its content for none', async (t) => {
  const answers = [
    { status: 'FAIL', error: { code: '6', description: 'Recurring task not found' } },
    { status: 'FAIL' },
    { status: 'SUCCESS' },
  ];
  const stub = await stubServer(t, (_request, count) => ({ body: answers[count - 1] ?? {} }));
  const client = clientOf(`${stub.origin}/payment/rest/`);
  const ask = () => client.recurringTasks.get({ task: { taskUuid: 'task-1' } });

  const refused = await t.throwsAsync(ask(), { instanceOf: GatewayRefused });
  t.is(refused?.errorCode, '6');
  t.is(refused?.errorMessage, 'Recurring task not found');
  await t.throwsAsync(ask(), { instanceOf: GatewayRefused });
  await t.throwsAsync(ask(), { instanceOf: GatewayAnswerUnreadable });
});

test('sends nothing that makes no sense', async (t) => {
  const client = clientOf('http://127.0.0.1:1/payment/rest/');
  const wrong = (call: Promise<unknown>) => t.throwsAsync(call, { instanceOf: WrongUse });

  await wrong(client.bindings.payRecurrent({ ...charge, amountMinor: 15.5 }));
  await wrong(client.bindings.payRecurrent({ ...charge, bindingId: '' }));
  await wrong(client.bindings.payInstallment({ ...charge, orderNumber: '' }));
  await wrong(client.recurringTasks.create({ ...task, schedule: { ...task.schedule, every: 0 } }));
  await wrong(client.recurringTasks.create({ ...task, schedule: { ...task.schedule, till: new Date(Number.NaN) } }));
  await wrong(client.recurringTasks.get({ task: { taskUuid: '' } }));
  await wrong(client.recurringTasks.terminateAll({ tasks: [] }));
  await wrong(client.templates.register({ templateId: '' }));
  await wrong(client.templates.create({ name: '' }));
  await wrong(client.templates.update({ templateId: '', name: 'Gift' }));
});

test('makes, shows, changes and lists templates, and registers an order without a login', async (t) => {
  const simulator = await simulatorFor(t);
  const client = clientOf(simulator.restUrl);
  const endDate = new Date(Date.UTC(2026, 1, 1));

  const { templateId } = await client.templates.create({
    name: 'Donation',
    amountMinor: 5000,
    currency: 'KZT',
    endDate,
  });
  const shown = await client.templates.get({ templateId });
  const changed = await client.templates.update({ templateId, name: 'Gift', isFreeAmount: true });
  const list = await client.templates.list({ status: 'ACTIVE' });
  const stranger = new GatewayClient({ baseUrl: simulator.restUrl, userName: 'nobody', password: 'wrong' });
  const order = await stranger.templates.register({
    templateId,
    amountMinor: 700,
    addParams: { email: 'a@b.kz' },
  });

  t.like(shown, { templateId, name: 'Donation', amount: 5000, currency: 'KZT', endDate: endDate.getTime() });
  t.like(changed, { name: 'Gift' });
  t.false('amount' in changed);
  t.deepEqual(
    list.map((template) => template.templateId),
    [templateId],
  );
  t.like(await client.getOrderStatus({ orderId: order.orderId }), { amount: 700, payerData: { email: 'a@b.kz' } });
  const unknown = client.templates.register({ templateId: 'none' });
  t.is((await t.throwsAsync(unknown, { instanceOf: GatewayRefused }))?.errorCode, '6');
});
