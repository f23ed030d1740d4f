import type { IncomingMessage } from 'node:http';

export interface AddressOptions {
  /** The gateway's REST address for the shop. */
  readonly gatewayUrl: string;
  /** The gateway's address for browsers, if it is fixed: the beginning of its links. */
  readonly publicGatewayUrl?: string | undefined;
  /** The shop's address for browsers, if it is fixed. */
  readonly publicUrl?: string | undefined;
  /** The shop's address for a browser on this machine. */
  readonly ownUrl: () => string;
}

/** The addresses of shop and gateway as the browser of one customer reaches them. */
export interface Addresses {
  /** Without a slash at the end. */
  readonly shopUrl: string;
  /** Origins of the payment page: browsers follow a form's redirect only to allowed origins. */
  readonly payOrigins: readonly string[];
  /** An address of the gateway for the browser: that of the payment page, of an order. */
  readonly payUrl: (formUrl: string) => string;
}

/**
 * Finds the addresses for a request: what is not fixed follows from the name under which the browser reached the shop, such
 * as 192.168.1.5 from a phone. A gateway on this machine has the same name for it.
 */
export const findAddresses =
  ({ gatewayUrl, publicGatewayUrl, publicUrl, ownUrl }: AddressOptions) =>
  (request: IncomingMessage): Addresses => {
    const inside = new URL(gatewayUrl);
    const shop = originOf(request);
    const outside = publicGatewayUrl ? withoutRest(publicGatewayUrl, inside) : gatewayFor(shop, inside);
    return {
      shopUrl: (publicUrl ?? shop?.origin ?? ownUrl()).replace(/\/+$/, ''),
      payOrigins: [...new Set([inside.origin, new URL(outside).origin])],
      payUrl: (formUrl) =>
        formUrl.startsWith(`${inside.origin}/`) ? outside + formUrl.slice(inside.origin.length) : formUrl,
    };
  };

/** The address without a slash at the end; that of the REST calls stands for the gateway's. */
const withoutRest = (url: string, { pathname }: URL): string => {
  const [start, rest] = [url.replace(/\/+$/, ''), pathname.replace(/\/+$/, '')];
  return rest !== '' && start.endsWith(rest) ? start.slice(0, -rest.length) : start;
};

/** The shop as the browser knows it. Only `Origin` tells https, and only forms have it; `Host` may be no address. */
const originOf = ({ headers: { host = '', origin = '' } }: IncomingMessage): URL | undefined => {
  const fromForm = URL.canParse(origin) ? new URL(origin) : undefined;
  if (fromForm && fromForm.host === host.toLowerCase()) return fromForm;
  const isHost = /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`);
  return isHost ? new URL(`http://${host}`) : undefined;
};

const gatewayFor = (shop: URL | undefined, inside: URL): string =>
  shop && /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/.test(inside.hostname)
    ? `http://${shop.hostname}${inside.port && `:${inside.port}`}`
    : inside.origin;
