import { createPublicKey } from 'node:crypto';
import { ConfigError } from './config.ts';
import { type CallbackSettings, defaultCallbackSettings } from './domain/callback.ts';
import type { Merchant } from './domain/merchant.ts';
import type { Store } from './store/store.ts';

/** @throws ConfigError where a merchant has a certificate that is none, or a checksum without its key. */
export const refuseUnusable = ({ login, certificate, callbacks }: Merchant): void => {
  if (certificate !== undefined && !isPublicKey(certificate))
    throw new ConfigError(`certificate of ${login}: expected an X.509 certificate in PEM`);
  if ((callbacks?.checksum === 'hmac' || callbacks?.checksum === 'jwt') && callbacks.token === undefined)
    throw new ConfigError(
      `callbacks.checksum=${callbacks.checksum} of ${login}: expected callbacks.token to sign with`,
    );
};

const isPublicKey = (pem: string): boolean => {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

const merchantNamed = async (store: Store, login: string): Promise<Merchant> => {
  const merchant = await store.merchants.find(login);
  if (!merchant) throw new Error(`no merchant has the login ${login}`);
  return merchant;
};

/** Every payment of the merchant follows this scenario; undefined takes it away. */
export const setScenario = async (store: Store, login: string, name: string | undefined): Promise<void> => {
  const { scenario: _, ...without } = await merchantNamed(store, login);
  await store.merchants.save(name === undefined ? without : { ...without, scenario: name });
};

/** Changes how the merchant is told of its payments; what is left out stays. */
export const setCallbacks = async (store: Store, login: string, settings: Partial<CallbackSettings>): Promise<void> => {
  const { callbacks, ...merchant } = await merchantNamed(store, login);
  const changed: Merchant = { ...merchant, callbacks: { ...defaultCallbackSettings, ...callbacks, ...settings } };
  refuseUnusable(changed);
  await store.merchants.save(changed);
};
