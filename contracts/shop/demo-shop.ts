import type { CallbackKey } from '../../client/callbacks/check-callback.ts';
import { markedElements, readHtml } from '../../client/customer/read-html.ts';
import { newCallbackToken } from '../../client/shop/start-shop.ts';
import { readGatewayKeys } from '../../simulator/callbacks/keys/gateway-keys.ts';
import { shopFor } from '../../test/helpers/shop/shop.ts';
import { listen } from '../pact/listen.ts';
import type { ShopUnderTest, StateChange } from './verify-callbacks.ts';

/** A callback on its way to the shop. */
export interface ReceivedCallback {
  readonly method: string;
  readonly parameters: URLSearchParams;
  /** Gives it to the shop; resolves to the HTTP status. */
  readonly handOn: () => Promise<number>;
}

/** A fault in front of the shop: resolves with the HTTP status of the answer. */
export type ShopFault = (callback: ReceivedCallback) => Promise<number>;

type Shop = Awaited<ReturnType<typeof shopFor>>;

/** The demo shop, a fresh one for each callback, at a fixed address; its gateway answers as the state requires. */
export const startDemoShop = async (
  fault: ShopFault = ({ handOn }) => handOn(),
): Promise<ShopUnderTest & { readonly stop: () => Promise<void> }> => {
  const token = newCallbackToken();
  let shop: Shop | undefined;
  let stops: (() => unknown)[] = [];
  const stopShop = async () => {
    for (const stop of stops) await stop();
    stops = [];
  };

  const open = async (callbackKey: CallbackKey): Promise<Readonly<Record<string, string>>> => {
    await stopShop();
    shop = await shopFor({ teardown: (stop) => stops.push(stop) }, { callbackKey });
    return {};
  };
  const opened = (): Shop => {
    if (!shop) throw new Error('no state has said what the shop checks callbacks with');
    return shop;
  };

  const sell = async (orderStatus: number) => {
    const { buy, bank, registered } = opened();
    await buy('tea-bowl');
    bank({ orderStatus, actionCode: orderStatus === 0 ? 116 : 0 });
    return { mdOrder: 'md-1', orderNumber: registered().get('orderNumber') ?? '' };
  };
  const assertReceived = async () => {
    const { page, returnPath } = opened();
    if (markedElements(readHtml(await page(returnPath())), 'data-call').length > 0) return {};
    throw new Error('the page of the order does not say that the bank has called');
  };

  const setups: Readonly<Record<string, (params: StateChange['params']) => Promise<Record<string, string>>>> = {
    'the shop checks callbacks with its token': () => open({ token }),
    'the shop checks callbacks as JSON Web Tokens': () => open({ token }),
    "the shop checks callbacks with the gateway's certificate": () =>
      open({ certificate: readGatewayKeys().certificate }),
    'the shop waits for the payment of an order': ({ orderStatus }) => sell(Number(orderStatus)),
    'the shop keeps the cards of its customers': async () => ({}),
  };
  const listener = await listen(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { method = 'GET', url = '/' } = request;
    const { search } = new URL(url, 'http://shop');
    const handOn = async () => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const answered = await fetch(opened().callbackUrl + search, { method, headers, ...(body && { body }) });
      return answered.status;
    };
    const received = { method, parameters: new URLSearchParams(body || search), handOn };
    response.writeHead(await fault(received).catch(() => 500)).end();
  });
  return {
    callbackUrl: `${listener.url}/from-the-bank`,
    token,
    change: async ({ action, state, params }) => {
      if (action === 'teardown') return state.includes('waits for the payment') ? assertReceived() : {};
      const setup = setups[state];
      if (!setup) throw new Error(`no such provider state: ${state}`);
      return setup(params);
    },
    stop: async () => {
      await stopShop();
      await listener.stop();
    },
  };
};
