import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { startSimulator } from '../../simulator/simulator.ts';
import { node, recordIn, shopTests } from '../helpers/contracts/record-command.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';

test('a gateway that runs elsewhere is recorded with a merchant of its own, if it has a journal', async (t) => {
  await using simulator = await startSimulator({ journalSize: 100, controlToken: 'secret' });
  await using without = await startSimulator();

  const recorded = await recordIn(t, node(shopTests), { sandbox: simulator.url, token: 'secret' });
  const refused = await recordIn(t, node(shopTests), { sandbox: without.url });

  t.is(recorded.code, 0, recorded.err);
  t.is((await simulator.merchants()).length, 1);
  t.like(refused, { code: 2, text: undefined });
  t.regex(refused.err, /JOURNAL_SIZE/);
});

test('callbacks are a second file, if the shop answered one', async (t) => {
  const callbacks = path.join(temporaryFolder(t), 'callbacks.pact.json');
  const none = await recordIn(t, node(shopTests), { callbacks });
  const closing = shopTests.replace(
    'process.exitCode',
    `
    const { createServer } = await import('node:http');
    const came = Promise.withResolvers();
    const server = createServer((_, response) => { response.end('ok'); came.resolve(); }).listen(0);
    await new Promise((resolve) => server.on('listening', resolve));
    const dynamicCallbackUrl = 'http://127.0.0.1:' + server.address().port + '/callback';
    const order = await call('instantPayment.do', {
      amount: '500', pan: '4444555511113333', cvc: '123', expiry: '203412', cardHolderName: 'A B', dynamicCallbackUrl,
      backUrl: 'http://localhost/back',
    });
    await came.promise;
    await new Promise((resolve) => setTimeout(resolve, 100));
    server.close();
    process.exitCode`,
  );
  const some = await recordIn(t, node(closing), { callbacks });

  t.like(none, { code: 2, text: undefined });
  t.regex(none.err, /answered no callback/);
  t.is(some.code, 0, some.err);
  t.regex(some.out, /1 callback\.\nWrote 1 interaction of gateway with shop at bereke to/);
  t.is(JSON.parse(readFileSync(callbacks, 'utf8')).interactions.length, 1);
});

test('--probe finds exactly the fields that the tests read', async (t) => {
  const reading = shopTests.replace(
    "await call('getOrderStatusExtended.do', { orderId });",
    `
    const { orderStatus, paymentAmountInfo } = await call('getOrderStatusExtended.do', { orderId });
    if (orderStatus !== 0 || paymentAmountInfo.paymentState !== 'CREATED') throw new Error('not registered');
  `,
  );

  const { code, out, err, text } = await recordIn(t, node(reading), { probe: true });

  t.is(code, 0, err);
  t.regex(out, /The tests need 3 of \d+ fields \(\d+ runs\): orderId, orderStatus, paymentAmountInfo\.paymentState\./);
  const { interactions, metadata } = JSON.parse(text ?? '');
  t.deepEqual(metadata.tillbox.reads, ['orderId', 'orderStatus', 'paymentAmountInfo.paymentState']);
  t.deepEqual(
    interactions.map(({ response }: { response: { body: { content: object } } }) => Object.keys(response.body.content)),
    [['orderStatus', 'paymentAmountInfo'], ['orderId']],
  );
});

/** Tests of a shop with the client of tillbox. They read two fields of a status; the client needs two of a registration. */
const clientTests = `
  const { GatewayClient } = await import(${JSON.stringify(new URL('../../client/index.ts', import.meta.url).href)});
  const { TILLBOX_REST_URL: baseUrl, TILLBOX_LOGIN: userName, TILLBOX_PASSWORD: password } = process.env;
  const gateway = new GatewayClient({ baseUrl, userName, password, retries: 0 });
  const { orderId } = await gateway.register({ orderNumber: 'n-' + Date.now(), amountMinor: 500, returnUrl: 'http://localhost/' });
  const { orderStatus, paymentAmountInfo } = await gateway.getOrderStatus({ orderId });
  if (orderStatus !== 0 || paymentAmountInfo.paymentState !== 'CREATED') throw new Error('not registered');
`;

test('the client of tillbox tells what a shop reads, and --probe finds the same', async (t) => {
  const told = await recordIn(t, node(clientTests));
  const probed = await recordIn(t, node(clientTests), { probe: true });

  t.is(told.code, 0, told.err);
  t.regex(
    told.out,
    /^The client of tillbox tells what was read, 4 fields: getOrderStatusExtended\.do orderStatus, paymentAmountInfo\.paymentState; register\.do formUrl, orderId\.\n/,
  );
  const contents = ({ text }: { readonly text: string | undefined }) =>
    JSON.parse(text ?? '').interactions.map(
      ({ response }: { response: { body: { content: unknown } } }) => response.body.content,
    );
  t.deepEqual(contents(told), [
    { orderStatus: 0, paymentAmountInfo: { paymentState: 'CREATED' } },
    { orderId: contents(told)[1].orderId, formUrl: contents(told)[1].formUrl },
  ]);
  t.deepEqual(contents(probed), contents(told));
});
