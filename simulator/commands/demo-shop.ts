import type { ShopOptions } from '../../client/shop/start-shop.ts';
import { exampleCustomer, exampleParams } from '../banks/example-order.ts';
import type { Config } from '../config.ts';
import { formatAmount } from '../data/currencies.ts';
import type { Login } from '../domain/merchant.ts';
import type { Language } from '../domain/orders/order.ts';
import { createGuard } from '../http/guard.ts';
import { languagesOf } from '../http/read/languages.ts';
import { orderPageAddress } from '../inspection/orders/order-address.ts';
import { ConfigError } from '../options/config-error.ts';
import { isPrivateHost } from '../server/ports.ts';
import type { Simulator } from '../simulator.ts';
import { shopGetsCallbacks } from './read-config.ts';

/** The login of the demo shop: the first of the settings, or its own if any login is accepted. */
const shopLogin = ({ merchants: [merchant] }: Config): Login =>
  merchant === undefined || merchant.login === '*' ? { login: 'demo_store', password: 'demo_store' } : merchant;

/** The merchants of the settings, and that of the demo shop. */
export const merchantsOf = (config: Config): readonly Login[] =>
  config.shop && config.merchants[0]?.login === '*' ? [...config.merchants, shopLogin(config)] : config.merchants;

/** Starts the demo shop, and sends it its callbacks. */
export const startDemoShop = async (config: Config, simulator: Simulator) => {
  const { startShop, newCallbackToken } = await import('../../client/shop/start-shop.ts');
  const { login, password } = shopLogin(config);
  const token = config.callbackToken || newCallbackToken();
  const key = config.callbackChecksum === 'rsa' ? { certificate: await certificateOf(simulator) } : { token };
  const options = {
    gatewayUrl: simulator.restUrl,
    userName: login,
    password,
    currency: simulator.bank.currency,
    longestNumber: simulator.bank.orderNumberLength,
    name: async () => (await simulator.store.merchants.find(login))?.name ?? config.merchantName,
    amountText: (amountMinor: number, language: Language) =>
      formatAmount(amountMinor, simulator.bank.currency, language),
    gatewayLanguage: gatewayLanguageAt(simulator),
    jsonParams: exampleParams(simulator.bank),
    acknowledges: simulator.bank.confirmationMinutes > 0,
    isPlainText: simulator.bank.wantsPlainTexts,
    ...(simulator.bank.wantsCustomer && { customer: exampleCustomer.customerDetails }),
    orderPage: orderPageFinder(simulator),
    port: config.shopPort,
    host: config.host,
    refuse: refuserFor(config),
    ...(config.publicUrl !== '' && { publicGatewayUrl: config.publicUrl }),
    ...(shopGetsCallbacks(config) && { callbackKey: key }),
  };
  const shop = await startShop(options).catch(async (error: Error) => {
    const { listenMistake } = await import('./listen-error.ts');
    const mistake = await listenMistake(error, { variable: 'SHOP_PORT', port: config.shopPort, host: config.host });
    throw mistake === undefined ? error : new ConfigError(`${mistake}; SHOP=off leaves the demo store out`);
  });
  if (shopGetsCallbacks(config)) await simulator.setCallbacks(login, { url: shop.callbackUrl, token });
  return shop;
};

/** Refuses names that are not of this machine, and orders by pages of other sites; the gateway's callbacks come from no page. */
const refuserFor = (config: Config): NonNullable<ShopOptions['refuse']> => {
  const { refuseCaller, judgeSite } = createGuard({ ...config, isPrivate: isPrivateHost(config.host) });
  return (request) => {
    const isOrder =
      request.method !== 'GET' && request.method !== 'HEAD' && !/^\/callback(?:\?|$)/.test(request.url ?? '');
    const reply = refuseCaller(request) ?? (isOrder ? judgeSite(request).reply : undefined);
    return reply?.refusal === undefined ? undefined : { status: reply.status, text: reply.refusal };
  };
};

/** A language of the bank: some banks refuse an order in any other. */
const gatewayLanguageAt = ({ bank }: Simulator) => {
  const known = languagesOf(bank);
  return (language: Language): Language => (known.includes(language) ? language : bank.defaultLanguage);
};

/** Finds the page of an order, if this gateway has such pages: the first order tells. */
const orderPageFinder = ({ url }: Simulator): NonNullable<ShopOptions['orderPage']> => {
  let hasPages: Promise<boolean> | undefined;
  return async (orderId) => {
    const address = orderPageAddress(url, orderId);
    hasPages ??= isAnswered(address);
    return (await hasPages) ? address : undefined;
  };
};

const isAnswered = async (address: string): Promise<boolean> => {
  const headers = { accept: 'text/html' };
  const answer = await fetch(address, { headers, redirect: 'manual' }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer !== undefined && answer.status < 500 && answer.status !== 404;
};

const certificateOf = async ({ url }: Simulator): Promise<string> =>
  (await fetch(`${url}/sandbox/callback-certificate.pem`)).text();
