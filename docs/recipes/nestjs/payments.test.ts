import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { type Simulator, startSimulator } from 'tillbox';
import { Payer, SandboxClient, type SandboxMerchant } from 'tillbox/client';
import { PaymentsModule } from './payments.module';
import { PaymentsService } from './payments.service';

let simulator: Simulator;
let sandbox: SandboxClient;
let merchant: SandboxMerchant;
let app: INestApplication;
let callbackUrl: string;
let payments: PaymentsService;

beforeAll(async () => {
  simulator = await startSimulator();
  sandbox = new SandboxClient({ url: simulator.url });
});
afterAll(() => simulator.stop());

beforeEach(async () => {
  merchant = await sandbox.makeMerchant();
  const { restUrl: baseUrl, login: userName, password } = merchant;
  const gateway = { baseUrl, userName, password };
  const imports = [PaymentsModule.register({ gateway, callbackToken: 'secret' })];
  const testingModule = await Test.createTestingModule({ imports }).compile();
  app = testingModule.createNestApplication();
  await app.listen(0, '127.0.0.1');
  callbackUrl = `${await app.getUrl()}/payments/callback`;
  await sandbox.changeMerchant(merchant, { callbacks: { url: callbackUrl, token: 'secret' } });
  payments = app.get(PaymentsService);
});
afterEach(() => app.close());

test('a customer pays and returns to the shop', async () => {
  const { orderId, formUrl } = await payments.start(1_500_000);

  const { url } = await new Payer().pay(formUrl); // types the card, passes 3-D Secure, is sent back

  expect(new URL(url).searchParams.get('orderId')).toBe(orderId);
  expect(await payments.statusOf(orderId)).toMatchObject({ orderStatus: 2, actionCode: 0 });
});

test('a card without money is declined', async () => {
  await sandbox.setScenario(merchant, 'declined-insufficient-funds');
  const { orderId, formUrl } = await payments.start(1_500_000);

  await new Payer().pay(formUrl);

  expect(await payments.statusOf(orderId)).toMatchObject({ orderStatus: 0, actionCode: 116 });
});

test('an order that is not paid within twenty minutes is closed', async () => {
  const { orderId } = await payments.start(1_500_000);

  await sandbox.clock.advance(merchant, '20m');

  expect(await payments.statusOf(orderId)).toMatchObject({ orderStatus: 6 });
});

test('the gateway sends a callback with a checksum, and the shop knows that the order is paid', async () => {
  const { orderId, formUrl } = await payments.start(1_500_000);

  await new Payer().pay(formUrl);
  await sandbox.clock.advance(merchant, 0); // waits for callbacks that are on their way

  const { callbacks } = await sandbox.callbacks.list(merchant);
  expect(callbacks).toMatchObject([{ operation: 'deposited', state: 'delivered' }]);
  expect(payments.isPaid(orderId)).toBe(true);
});

test('the shop refuses a callback with a wrong checksum', async () => {
  await sandbox.changeMerchant(merchant, { callbacks: { token: 'another' } });
  const { orderId, formUrl } = await payments.start(1_500_000);

  await new Payer().pay(formUrl);
  await sandbox.clock.advance(merchant, 0);

  const { callbacks } = await sandbox.callbacks.list(merchant);
  expect(callbacks).toMatchObject([{ tries: [{ httpStatus: 403 }] }]);
  expect(payments.isPaid(orderId)).toBe(false);
});
