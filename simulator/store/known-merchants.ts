import type { Merchant } from '../domain/merchant.ts';

/** Reads merchants out of their documents. One that stays as it is comes back as the same object, so that what is made for it holds. */
export interface KnownMerchants {
  /** `login`: where it is known whose document this is. */
  read(document: string, login?: string): Merchant;
  forget(login: string): void;
}

export const knownMerchants = (): KnownMerchants => {
  const read = new Map<string, { readonly document: string; readonly merchant: Merchant }>();
  return {
    read: (document, login) => {
      const same = login === undefined ? undefined : read.get(login);
      if (same?.document === document) return same.merchant;
      const merchant = JSON.parse(document) as Merchant;
      const known = read.get(merchant.login);
      if (known?.document === document) return known.merchant;
      read.set(merchant.login, { document, merchant });
      return merchant;
    },
    forget: (login) => {
      read.delete(login);
    },
  };
};
