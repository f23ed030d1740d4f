import type { Merchant } from '../domain/merchant.ts';

/** Reads merchants out of their documents. An unchanged merchant is the same object again, so that its context stays. */
export const knownMerchants = () => {
  const read = new Map<string, { readonly document: string; readonly merchant: Merchant }>();
  return {
    /** `login`: that of the merchant, if it is known. */
    read: (document: string, login?: string): Merchant => {
      const same = login === undefined ? undefined : read.get(login);
      if (same?.document === document) return same.merchant;
      const merchant = JSON.parse(document) as Merchant;
      const known = read.get(merchant.login);
      if (known?.document === document) return known.merchant;
      read.set(merchant.login, { document, merchant });
      return merchant;
    },
    forget: (login: string): void => void read.delete(login),
  };
};
