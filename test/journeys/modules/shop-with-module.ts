import type { ExecutionContext } from 'ava';
import { sendRaw } from '../../helpers/http/raw-request.ts';
import { challengeCard, pay } from '../../helpers/payments/pay.ts';
import { merchantReceiver } from '../../helpers/shop/merchant-receiver.ts';
import { type Fields, type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { profile } from '../../simulator/banks/bank-orders.ts';
import { type BankModule, type KnownOrder, type ModuleCall, read, type Wanted } from './bank-module.ts';

const password = 'test_user_password';
const token = 'callback token';

/** What stands at this path of an answer. */
const valueAt = (answer: Json, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Json | undefined)?.[name], answer);

/** A shop with this module, before a gateway of its bank, which knows the shop. */
export const shopWithModule = async (t: ExecutionContext, module: BankModule) => {
  const login = module.login ?? 'test_user';
  const receiver = await merchantReceiver(t, { kind: 'hmac', token });
  const settings = { url: receiver.url, method: 'GET', token } as const;
  const callbacks = module.callback?.setIn === 'settings' ? settings : { method: 'GET' as const, token };
  const bank = profile(module.bank);
  const simulator = await simulatorFor(t, { bank, merchants: [{ login, password, callbacks }] });
  const { host, pathname } = new URL(simulator.restUrl);

  /** Sends a call as the module does, and gives the text of the answer. */
  const send = async ({ call, fields, write = module.write }: ModuleCall, as: Fields = {}): Promise<string> => {
    const sent = { userName: login, password, ...fields, ...as };
    const written = write(pathname + call, sent);
    const headers = written.headers?.map((line) => (line.startsWith('Host:') ? `Host: ${host}` : line)) ?? [];
    const { status, body } = await sendRaw(simulator.url, { ...written, headers });
    t.is(status, 200, `${call}: ${body}`);
    return body;
  };

  /** The order in another name of the call, or with other fields. */
  const register = (call = 'register.do', changes: Fields = {}): Promise<string> => {
    const address = module.callback?.setIn === 'order' ? { dynamicCallbackUrl: receiver.url } : {};
    return send({ call, fields: { ...module.order, ...address, ...changes } });
  };

  /** Registers an order as the module does, calls before and after included. */
  const registerOrder = async (call?: string) => {
    for (const { send: asked, goesOn } of module.before ?? []) {
      const answer = await send(asked);
      t.true(goesOn(answer), answer);
    }
    const answer = await register(call);
    t.true(module.isRegistered(answer), answer);
    const { orderId, formUrl } = read(answer);
    const order: KnownOrder = { orderId, orderNumber: module.order['orderNumber'] ?? '' };
    for (const next of module.after ?? []) await send(next(order, formUrl));
    return { order, formUrl: formUrl as string };
  };

  const askStatus = (order: KnownOrder): Promise<string> => send(module.askStatus(order));

  /** Checks what the module finds in an answer. */
  const finds = (answer: string, wanted: Wanted): void => {
    for (const [path, value] of Object.entries(wanted)) {
      const found = valueAt(read(answer), path);
      if (value instanceof RegExp) t.regex(String(found ?? ''), value, path);
      else t.is(found, value, path);
    }
  };

  /** Lets the customer pay with a challenge; comes back to the shop. */
  const payOn = async (formUrl: string): Promise<URL> => {
    const { card = challengeCard, otp } = module;
    const walk = await pay(formUrl, { card, ...(otp !== undefined && { otp }) });
    t.is(walk.end, 'shop');
    return new URL(walk.url);
  };

  return { simulator, bank, receiver, login, send, register, registerOrder, askStatus, finds, payOn };
};
