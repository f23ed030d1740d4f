import test from 'ava';
import { GatewayAnswerUnreadable, type GatewayClient, GatewayRefused, WrongUse } from '../../../client/index.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { clientBefore, clientBeforeNothing, shopLogin } from './client-before.ts';

const stored = { bindingId: 'card-1', maskedPan: '411111**1111', expiryDate: '203412' };
const newCard = { clientId: 'aida', pan: '4111111111111111', expiryDate: '203412', cardholderName: 'AIDA BEK' };

const lists = [
  {
    ask: (client: GatewayClient) => client.bindings.list({ clientId: 'aida', bindingType: 'C', showExpired: true }),
    path: 'getBindings.do',
    sent: { clientId: 'aida', bindingType: 'C', showExpired: 'true' },
  },
  {
    ask: (client: GatewayClient) => client.bindings.listAll({ clientId: 'aida' }),
    path: 'getAllBindings.do',
    sent: { clientId: 'aida' },
  },
  {
    ask: (client: GatewayClient) => client.bindings.listByCardOrId({ bindingId: 'card-1' }),
    path: 'getBindingsByCardOrId.do',
    sent: { bindingId: 'card-1' },
  },
];

for (const { ask, path, sent } of lists) {
  test(`${path} lists stored cards, and none where the gateway says that there are none`, async (t) => {
    const answers = [
      { errorCode: '0', errorMessage: 'Success', bindings: [stored] },
      { errorCode: '2', errorMessage: 'Data not found' },
      { errorCode: 2, errorMessage: 'Data not found', bindings: [] },
      { errorCode: '5', errorMessage: 'Access denied' },
      { errorCode: '0' },
      { errorCode: '0', bindings: [{ maskedPan: '411111**1111' }] },
    ];
    const stub = await stubServer(t, (_request, count) => ({ body: answers[count - 1] ?? {} }));
    const client = clientBefore(stub);

    t.deepEqual(await ask(client), [stored]);
    t.deepEqual(await ask(client), []);
    t.deepEqual(await ask(client), []);
    t.is((await t.throwsAsync(ask(client), { instanceOf: GatewayRefused }))?.errorCode, '5');
    await t.throwsAsync(ask(client), { instanceOf: GatewayAnswerUnreadable });
    await t.throwsAsync(ask(client), { instanceOf: GatewayAnswerUnreadable });
    t.is(stub.received[0]?.path, `/payment/rest/${path}`);
    t.deepEqual(Object.fromEntries(stub.received[0]?.form ?? []), { ...sent, ...shopLogin });
  });
}

const changes = [
  {
    ask: (client: GatewayClient) => client.bindings.unbind({ bindingId: 'card-1', language: 'en' }),
    path: 'unBindCard.do',
    sent: { bindingId: 'card-1', language: 'en' },
  },
  {
    ask: (client: GatewayClient) => client.bindings.bind({ bindingId: 'card-1' }),
    path: 'bindCard.do',
    sent: { bindingId: 'card-1' },
  },
  {
    ask: (client: GatewayClient) => client.bindings.extend({ bindingId: 'card-1', newExpiry: '203612' }),
    path: 'extendBinding.do',
    sent: { bindingId: 'card-1', newExpiry: '203612' },
  },
];

for (const { ask, path, sent } of changes) {
  test(`${path} changes a stored card, and tells of a refusal with its code`, async (t) => {
    const answers = [{ errorCode: 0 }, { errorCode: '2', errorMessage: 'No binding found' }];
    const stub = await stubServer(t, (_request, count) => ({ body: answers[count - 1] ?? {} }));
    const client = clientBefore(stub);

    t.deepEqual(await ask(client), { errorCode: '0' });
    const refusal = await t.throwsAsync(ask(client), { instanceOf: GatewayRefused });

    t.like(refusal, { errorCode: '2', errorMessage: 'No binding found' });
    t.is(stub.received[0]?.path, `/payment/rest/${path}`);
    t.deepEqual(Object.fromEntries(stub.received[0]?.form ?? []), { ...sent, ...shopLogin });
  });
}

test('stores a card without a payment', async (t) => {
  const answers = [
    { ...stored, clientId: 'aida', errorCode: 0, error: false },
    { errorCode: 5, errorMessage: 'Access denied', error: true },
  ];
  const stub = await stubServer(t, (_request, count) => ({ body: answers[count - 1] ?? {} }));
  const store = () => clientBefore(stub).bindings.create({ ...newCard, email: 'aida@example.kz' });

  t.like(await store(), { ...stored, clientId: 'aida' });
  await t.throwsAsync(store(), { instanceOf: GatewayRefused });
  t.is(stub.received[0]?.path, '/payment/rest/createBindingNoPayment.do');
  t.deepEqual(Object.fromEntries(stub.received[0]?.form ?? []), { ...newCard, email: 'aida@example.kz', ...shopLogin });
});

test('sends nothing about stored cards that makes no sense', async (t) => {
  const client = clientBeforeNothing();
  const wrong = (call: Promise<unknown>) => t.throwsAsync(call, { instanceOf: WrongUse });

  await wrong(client.bindings.list({ clientId: '' }));
  await wrong(client.bindings.listAll({ clientId: '' }));
  await wrong(client.bindings.listByCardOrId({}));
  await wrong(client.bindings.bind({ bindingId: '' }));
  await wrong(client.bindings.unbind({ bindingId: '' }));
  await wrong(client.bindings.extend({ bindingId: '', newExpiry: '203612' }));
  await wrong(client.bindings.extend({ bindingId: 'card-1', newExpiry: '12/36' }));
  await wrong(client.bindings.create({ ...newCard, clientId: '' }));
  await wrong(client.bindings.create({ ...newCard, expiryDate: '203413' }));
});
