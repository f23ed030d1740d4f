import { GatewayClient } from '../../../client/index.ts';

/** The login that a stub gateway is called with. */
export const shopLogin = { userName: 'shop-api', password: 'correct-horse-battery' };

/** A client before a stub gateway; it sends nothing twice. */
export const clientBefore = ({ origin }: { readonly origin: string }): GatewayClient =>
  new GatewayClient({ baseUrl: `${origin}/payment/rest/`, ...shopLogin, retries: 0 });

/** A client before nothing, for calls that must not be sent. */
export const clientBeforeNothing = (): GatewayClient => clientBefore({ origin: 'http://127.0.0.1:1' });
