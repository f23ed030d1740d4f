import test, { type ExecutionContext } from 'ava';
import { GatewayClient, SandboxClient } from '../../../client/index.ts';
import { type ShopParts, startTrialShop } from '../../../contracts/shop/trial-shop.ts';
import { startSimulator } from '../../../simulator/index.ts';
import { takeTurns } from '../../helpers/ava/take-turns.ts';

/** A gateway for the tests of a file. */
export const shopsOfOneGateway = () => {
  const starting = startSimulator({ logLevel: 'error' });
  test.after.always('the gateway stops', async () => (await starting).stop());
  return {
    /** A shop with a merchant of its own there, and the arguments that name both. */
    shopFor: async (t: ExecutionContext, parts: Partial<ShopParts> = {}) => {
      await takeTurns(t);
      const { url } = await starting;
      const sandbox = new SandboxClient({ url });
      const { login, password } = await sandbox.makeMerchant();
      const shop = await shopAt(t, url, { login, password, parts });
      return { ...shop, sandbox, login };
    },
  };
};

interface Shop {
  readonly login: string;
  readonly password: string;
  readonly parts?: Partial<ShopParts>;
}

/** A shop before the gateway at this address, which need not run yet, and the arguments that name both. */
export const shopAt = async (t: ExecutionContext, gatewayUrl: string, { login, password, parts = {} }: Shop) => {
  const client = new GatewayClient({ baseUrl: `${gatewayUrl}/payment/rest/`, userName: login, password });
  const shop = await startTrialShop({ client, proof: 'hmac', token: 'secret', parts });
  t.teardown(shop.stop);
  const args = {
    '--callback': `${shop.url}/callback`,
    '--token': 'secret',
    '--buy': `${shop.url}/buy`,
    '--check': `${shop.url}/orders/{orderNumber}`,
    '--paid': '$.state=paid',
    '--sandbox': gatewayUrl,
    '--login': login,
    '--wait': '0',
  };
  return { url: shop.url, args };
};
