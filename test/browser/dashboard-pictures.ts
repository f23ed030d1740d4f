import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Payer } from '../../client/customer/payer.ts';
import { SandboxClient } from '../../client/sandbox/sandbox-client.ts';
import { documentedLogin, startSimulator } from '../../simulator/simulator.ts';
import { plainCard } from '../helpers/payments/pay.ts';

/** A picture of docs/images: the height of its window, and the way to what is on it. */
export interface DashboardPicture {
  readonly name: string;
  readonly height: number;
  readonly phone?: boolean;
  readonly dark?: boolean;
  readonly language?: string;
  readonly go: (page: Page, shop: Bookshop) => Promise<unknown>;
}

export type Bookshop = Awaited<ReturnType<typeof startBookshop>>;

const at =
  (path: string | ((shop: Bookshop) => string)): DashboardPicture['go'] =>
  (page, shop) =>
    page.goto(shop.url + (typeof path === 'string' ? path : path(shop)));

const story = ({ orderId }: Bookshop): string => `/orders/${orderId}`;

/** The words that fit where the text ends. */
const completion: DashboardPicture['go'] = async (page, { url }) => {
  await page.goto(`${url}/scenarios/edit`);
  await page.locator('#scenario-name').fill('my-scenario');
  const text = page.locator('textarea');
  await text.fill(`${await text.inputValue()}gateway:\n  - on: re`);
  await text.press('End');
  await text.press('f');
  await page.getByText('Line 9').first().waitFor();
  await text.press('Control+Space');
  await page.getByRole('option').first().waitFor();
};

export const dashboardPictures: readonly DashboardPicture[] = [
  { name: 'dashboard-start', height: 860, go: at('/') },
  { name: 'dashboard-transactions', height: 860, go: at('/transactions') },
  { name: 'dashboard-order', height: 1060, go: at(story) },
  { name: 'dashboard-callbacks', height: 860, go: at(({ callbackId }) => `/callbacks?callback=${callbackId}`) },
  {
    name: 'dashboard-scenarios',
    height: 860,
    go: at('/scenarios?q=funds&name=insufficient-funds-then-other-card'),
  },
  { name: 'dashboard-editor', height: 860, go: completion },
  { name: 'dashboard-phone', height: 844, phone: true, dark: true, language: 'ru', go: at(story) },
];

/** What the pictures show as the address of the gateway. */
const publicUrl = 'http://127.0.0.1:8080';

/** A bookshop after a quarter of an hour: sales of every kind, and mistakes of its programmer. */
export const startBookshop = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tillbox-pictures-'));
  const receiver = createServer((_, response) => response.end('OK'));
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/callback`;
  const simulator = await startSimulator({
    merchantName: 'Qazaq Books',
    publicUrl,
    scenarios: folder,
    watchesScenarios: true,
    logLevel: 'silent',
    journalSize: 1000,
    callbacks: { url: callbackUrl, token: 'token-of-the-bookshop', checksum: 'hmac' },
  });
  const { login, password } = documentedLogin;
  const sandbox = new SandboxClient({ url: simulator.url });
  const payer = new Payer({ fetch: (url, init) => fetch(String(url).replace(publicUrl, simulator.url), init) });
  const pass = (by: string) => sandbox.clock.advance(login, by);

  const call = async (
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string>>> => {
    const body = new URLSearchParams({ userName: login, password, ...fields });
    const answer = await fetch(`${simulator.restUrl}${path}`, { method: 'POST', body });
    return (await answer.json()) as Readonly<Record<string, string>>;
  };

  const numbers = [...Array(100).keys()].values();
  const register = async (
    tenge: number,
    description: string,
    fields: Readonly<Record<string, string>> = {},
    path = 'register.do',
  ) => {
    await pass('41s');
    const { orderId = '', formUrl = '' } = await call(path, {
      amount: String(tenge * 100),
      orderNumber: `KB-${10_231 + (numbers.next().value ?? 0)}`,
      returnUrl: 'https://shop.example/return',
      description,
      ...fields,
    });
    await pass('19s');
    return { orderId, formUrl };
  };
  const sell = async (...order: Parameters<typeof register>) => {
    const { orderId, formUrl } = await register(...order);
    await payer.pay(formUrl, { card: plainCard });
    return orderId;
  };

  await sell(12_400, 'Field guide to the Altai');
  const { orderId, formUrl } = await register(48_900, 'Atlas of the steppe', {
    jsonParams: JSON.stringify({ scenario: 'insufficient-funds-then-other-card', email: 'aida@example.kz' }),
  });
  await payer.pay(formUrl, { card: plainCard });
  await pass('24s');
  await payer.pay(formUrl, { card: plainCard });
  await call('getOrderStatusExtended.do', { orderId });
  await pass('35s');
  await call('refund.do', { orderId, amount: '890000' });
  await call('refund.do', { orderId, amount: '4890000' });
  await sell(27_300, 'Dictionary in two volumes', {}, 'registerPreAuth.do');
  await sell(6_200, 'Tales of Aldar Köse', {
    jsonParams: JSON.stringify({ scenario: 'callback-address-fails-twice' }),
  });
  await sell(3_990, 'Postcards', { dynamicCallbackUrl: 'http://127.0.0.1:1/callback' });
  await pass('2m');
  await sell(54_000, 'History of the Silk Road');
  await call('register.do', { ammount: '990000', returnUrl: 'https://shop.example/return' });
  await call('register.do', { password: 'test-password' });
  const refunded = await sell(125_000, 'Collected works in twelve volumes');
  await call('refund.do', { orderId: refunded, amount: '2500000' });
  const declined = await register(9_900, 'Poems of Abai', {
    jsonParams: JSON.stringify({ scenario: 'declined-card-expired' }),
  });
  await payer.pay(declined.formUrl, { card: plainCard });
  await register(6_500, 'Words of Edification');

  const { callbacks } = await sandbox.call<{
    callbacks: readonly { id: string; fields: readonly { value: string }[] }[];
  }>(`GET /merchants/${login}/callbacks`);
  const failedTwice = callbacks.find(({ fields }) => fields.some(({ value }) => value === 'KB-10234'));

  return {
    url: simulator.url,
    orderId,
    callbackId: failedTwice?.id ?? '',
    stop: async () => {
      await simulator.stop();
      receiver.close();
      await rm(folder, { recursive: true });
    },
  };
};
