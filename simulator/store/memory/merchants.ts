import type { Merchant } from '../../domain/merchant.ts';
import type { MerchantStore } from '../store.ts';

export const memoryMerchants = (): MerchantStore => {
  const merchants = new Map<string, Merchant>();
  const ofToken = (token: string): Merchant | undefined =>
    [...merchants.values()].find((merchant) => merchant.token === token);

  const save = (merchant: Merchant): boolean => {
    const { login, token } = merchant;
    if (token !== undefined && (ofToken(token)?.login ?? login) !== login) return false;
    merchants.set(login, merchant);
    return true;
  };

  return {
    insert: async (merchant) => !merchants.has(merchant.login) && save(merchant),
    save: async (merchant) => save(merchant),
    find: async (login) => merchants.get(login),
    findByToken: async (token) => ofToken(token),
    all: async () => [...merchants.values()],
    remove: async (login) => void merchants.delete(login),
  };
};
