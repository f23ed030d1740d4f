import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { callbackMark } from '../../simulator/callbacks/deliver/send-callback.ts';
import { callbackOperations } from '../../simulator/domain/callback.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { Known } from './valid-values.ts';

export const bystanderLogin = 'bystander';

/** A merchant that a run never calls for, and must leave alone. */
export interface Bystander {
  /** Its ids. With the login of another merchant nothing can be done to them. */
  readonly ids: Pick<Known, 'orders' | 'bindings' | 'templates' | 'tasks'>;
  /** The state of another merchant that did the same things. */
  readonly state: object;
  /** Its password and tokens. */
  readonly secrets: readonly string[];
  /** What the gateway writes into its callbacks. */
  readonly mark: string;
  /** What is different from the beginning, in words. */
  readonly changes: () => Promise<readonly string[]>;
  /** Puts it back as it was at the beginning. */
  readonly restore: () => Promise<void>;
}

type Fields = Readonly<Record<string, string>>;

/** Lets a merchant of every kind of thing live, and copies it. */
export const makeBystander = async (simulator: Simulator): Promise<Bystander> => {
  const shop = await openShop();
  await simulator.makeMerchant({
    login: 'model',
    password: 'password-of-model',
    callbacks: { url: shop.url, operations: callbackOperations },
  });
  await simulator.clockOf('model').freeze();
  await tellStories(simulator);
  await simulator.settled();
  const model = await simulator.state('model');
  await simulator.deleteMerchant('model');
  shop.close();
  const secrets = ['password-of-bystander', 'token-of-bystander', 'callback-token-of-bystander'] as const;
  const [password, token, callbackToken] = secrets;
  const { callbacks } = model.settings;
  const settings = {
    ...model.settings,
    password,
    token,
    ...(callbacks && { callbacks: { ...callbacks, token: callbackToken } }),
  };
  await simulator.setState(bystanderLogin, { ...model, settings }, { newIds: true });
  await simulator.settled();
  const before = await simulator.state(bystanderLogin);
  const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  return {
    ids: {
      orders: idsOf(before.orders),
      bindings: idsOf(before.storedCards),
      templates: idsOf(before.templates),
      tasks: idsOf(before.tasks),
    },
    state: model,
    secrets,
    mark: shop.mark(),
    changes: async () => {
      const after = await simulator.state(bystanderLogin);
      return Object.entries(before).flatMap(([name, value]) =>
        differences(value, after[name as keyof typeof after], `${name} of another merchant`),
      );
    },
    restore: () => simulator.setState(bystanderLogin, before),
  };
};

/** The differences between two documents, each with its place. */
export const differences = (before: unknown, after: unknown, place: string): readonly string[] => {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [`${place}: ${JSON.stringify(before)} is ${JSON.stringify(after)}`];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differences(before[name], after[name], `${place}.${name}`));
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Takes callbacks; `mark`: what one of them had in its header. */
const openShop = async () => {
  let mark = '';
  const server = createServer((request, response) => {
    mark = String(request.headers[callbackMark] ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    mark: () => mark,
    close: () => server.close(),
  };
};

/** An order of every kind, a stored card, a task, a template. */
const tellStories = async ({ restUrl }: Simulator): Promise<void> => {
  const login = { userName: 'model', password: 'password-of-model' };
  const call = async (path: string, fields: Fields | object, json = false) => {
    const body = json ? JSON.stringify({ ...login, ...fields }) : new URLSearchParams({ ...login, ...fields });
    const headers = json ? { 'content-type': 'application/json' } : {};
    const answer = await fetch(new URL(path, restUrl), { method: 'POST', headers, body });
    const said = (await answer.json()) as Record<string, string>;
    if (Number(said['errorCode'] ?? 0) !== 0 || said['status'] === 'FAIL')
      throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  };
  const register = async (path: string, fields: Fields = {}): Promise<string> => {
    const order = { amount: '1000', returnUrl: 'https://shop.example/', clientId: 'client-1', ...fields };
    return String((await call(path, order))['orderId']);
  };
  const pay = (orderId: string, pan = '4444555511113333') =>
    call('paymentorder.do', { MDORDER: orderId, $PAN: pan, $EXPIRY: '203412', $CVC: '123', TEXT: 'AIDA BEK' });

  await register('register.do');
  const paid = await register('register.do', { features: 'FORCE_CREATE_BINDING', description: 'Bowls' });
  await pay(paid);
  await call('refund.do', { orderId: paid, amount: '300' });
  await pay(await register('registerPreAuth.do'));
  const reversed = await register('registerPreAuth.do');
  await pay(reversed);
  await call('reverse.do', { orderId: reversed });
  await pay(await register('register.do'), '5555555555555599');
  const { bindingId = '' } = await call('createBindingNoPayment.do', {
    clientId: 'client-1',
    pan: '4444555511113333',
    expiryDate: '203412',
    cardholderName: 'AIDA BEK',
  });
  const task = {
    merchantTaskUuid: 'plan-1',
    clientId: 'client-1',
    bindingId,
    amount: 100,
    currency: 398,
    scheduleData: {
      value: '1',
      timeUnit: 'DAYS',
      scheduledSince: '2090-01-02T00:00:00.000+0500',
      scheduledTill: '2090-01-06T00:00:00.000+0500',
    },
  };
  await call('/recurrent/v1/task/create', { task }, true);
  await call('templates/create.do', { template: { name: 'Donation', amount: 5000, currency: 'KZT' } }, true);
};
