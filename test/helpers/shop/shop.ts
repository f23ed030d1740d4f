import type { ExecutionContext } from 'ava';
import { markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { type ShopOptions, startShop } from '../../../client/shop/start-shop.ts';
import { formatAmount } from '../../../simulator/data/currencies.ts';
import { type StubReply, type StubRequest, stubServer } from '../http/stub-server.ts';

/** What the gateway tells its own demo shop. */
export const gatewayLook = {
  name: async () => 'Dala Books',
  amountText: (amountMinor: number, language: 'en' | 'ru' | 'kk') => formatAmount(amountMinor, '398', language),
};

/** The stub gateway's word about the one order; the registered number and amount are filled in. */
export type Status = Readonly<Record<string, unknown>> | StubReply;

const isReply = (status: Status): status is StubReply =>
  typeof status === 'string' || 'body' in status || 'status' in status;

/** A demo shop before a stub gateway that knows one order. */
export const shopFor = async (
  t: Pick<ExecutionContext, 'teardown'>,
  options: Partial<ShopOptions> = {},
  register?: StubReply,
) => {
  let status: Status = { orderStatus: 0, actionCode: -100 };
  let registered = new URLSearchParams();
  const gateway = await stubServer(t, ({ path, form }) => {
    if (path.endsWith('/register.do')) {
      registered = form;
      const formUrl = `${gateway.origin}/payment/merchants/shop/payment_en.html?mdOrder=md-1`;
      return register ?? { body: { orderId: 'md-1', formUrl } };
    }
    if (isReply(status)) return status;
    const order = {
      orderNumber: registered.get('orderNumber'),
      amount: Number(registered.get('amount')),
      currency: '398',
    };
    return { body: { errorCode: '0', ...order, ...status } };
  });
  const gatewayUrl = `${gateway.origin}/payment/rest/`;
  const login = { userName: 'test_user', password: 'shop-secret', port: 0, host: '127.0.0.1' };
  const lines: string[] = [];
  const shop = await startShop({
    ...gatewayLook,
    gatewayUrl,
    ...login,
    log: (line) => lines.push(line),
    ...options,
  });
  t.teardown(shop.stop);

  const own = `http://127.0.0.1:${shop.port}`;
  const get = (path: string) => fetch(new URL(path, own), { redirect: 'manual' });
  const page = async (path: string) => (await get(path)).text();
  const buy = (product: string, quantity = '1') =>
    fetch(`${own}/buy`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ product, quantity }) });
  const bank = (next: Status) => {
    status = next;
  };
  const returnPath = () => new URL(registered.get('returnUrl') ?? '').pathname;
  return { ...shop, gateway, lines, get, page, buy, bank, returnPath, registered: () => registered };
};

/** What the shop's page says of a payment. */
export const resultIn = (html: string): string => markedElements(readHtml(html), 'data-result')[0]?.value ?? 'none';
/** The requests that asked for a status. */
export const asked = (requests: readonly StubRequest[]) =>
  requests.filter(({ path }) => path.endsWith('getOrderStatusExtended.do'));
