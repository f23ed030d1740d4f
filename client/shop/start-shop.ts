import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallbackKey } from '../callbacks/check-callback.ts';
import { GatewayClient } from '../gateway/gateway-client.ts';
import { findAddresses } from './addresses.ts';
import { tenge } from './catalogue.ts';
import { checkout } from './checkout.ts';
import type { ShopLanguage } from './languages.ts';
import { defaultLimits, limitedServer, type ShopLimits } from './limited-server.ts';
import { shopApp } from './shop-app.ts';
import type { ShopPagesOptions } from './shop-pages.ts';

export { newCallbackToken } from './handle-callback.ts';

export interface ShopOptions extends Pick<ShopPagesOptions, 'name' | 'amountText'> {
  /** The gateway's REST address for this server, e.g. `http://gateway:8080/payment/rest/`. */
  readonly gatewayUrl: string;
  /** The gateway's address for the customer's browser; by default that of a gateway elsewhere, or the name of the shop if it is on this machine. */
  readonly publicGatewayUrl?: string;
  readonly userName: string;
  readonly password: string;
  /** ISO 4217, three digits; tenge by default. */
  readonly currency?: string;
  /** The most characters of an order number at this bank; 32 by default. */
  readonly longestNumber?: number;
  /** The code by which the gateway has a language; by default the shop's own. */
  readonly gatewayLanguage?: (language: ShopLanguage) => string;
  /** Entries of `jsonParams` that the bank requires of every order. */
  readonly jsonParams?: Readonly<Record<string, string>> | undefined;
  /** Whether the bank cancels a payment that the shop does not acknowledge. */
  readonly acknowledges?: boolean;
  /** Who buys, at a bank that wants to know more than usual. */
  readonly customer?: Readonly<Record<string, unknown>>;
  /** The bank takes ASCII alone in descriptions. */
  readonly isPlainText?: boolean;
  /** Finds the address, for a browser on this machine, of the page that tells the story of an order of the gateway. */
  readonly orderPage?: ShopPagesOptions['orderPage'];
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** The shop's address for browsers; by default the one that each browser used. */
  readonly publicUrl?: string;
  /** The key that checks callbacks; without it the shop does not receive them. */
  readonly callbackKey?: CallbackKey;
  /** Those of the gateway by default. */
  readonly limits?: Partial<ShopLimits>;
  /** Judges a request before it is read: the status and the text for one that is refused. Any is admitted by default. */
  readonly refuse?: (request: IncomingMessage) => { readonly status: number; readonly text: string } | undefined;
  readonly log?: (line: string) => void;
}

export interface DemoShop {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The callback address for a gateway on this machine. */
  readonly callbackUrl: string;
  /** Stops at once, and closes open connections. */
  readonly stop: () => Promise<void>;
}

/** Starts the demo store. Its orders are gone when it stops. */
export const startShop = async (options: ShopOptions): Promise<DemoShop> => {
  const { gatewayUrl, publicGatewayUrl, userName, password, log = () => {} } = options;
  const client = new GatewayClient({ baseUrl: gatewayUrl, userName, password, timeoutMs: 5_000 });
  let url = '';
  const app = shopApp({
    checkout: checkout({
      client,
      gatewayLanguage: options.gatewayLanguage ?? ((language) => language),
      jsonParams: options.jsonParams,
      acknowledges: options.acknowledges,
      customer: options.customer,
      isPlainText: options.isPlainText,
      log,
    }),
    name: options.name,
    amountText: options.amountText,
    orderPage: options.orderPage ?? (async () => undefined),
    addressesFor: findAddresses({ gatewayUrl, publicGatewayUrl, publicUrl: options.publicUrl, ownUrl: () => url }),
    currency: options.currency ?? tenge,
    longestNumber: options.longestNumber,
    nowMs: () => Date.now(),
    callbackKey: options.callbackKey,
    log,
  });
  app.on('error', (error: Error) => log(`shop: ${error.message}`));

  const handle = app.callback();
  const answer: RequestListener = (request, response) => {
    const refused = options.refuse?.(request);
    if (!refused) return void handle(request, response);
    response.writeHead(refused.status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(refused.text);
  };
  const server = limitedServer(answer, { ...defaultLimits, ...options.limits });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = (options.publicUrl ?? `http://${browserHost(options.host)}:${port}`).replace(/\/+$/, '');

  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, port, callbackUrl: `http://${browserHost(options.host)}:${port}/callback`, stop };
};

const browserHost = (host: string): string => {
  if (host === '0.0.0.0' || host === '::' || host === '') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};
