import { bankNamed } from './all.ts';
import type { Bank } from './bank.ts';

/** The bank whose ways hold for a merchant or an order: its own where it names one, else that of the process. */
export const bankOf = ({ bank }: { readonly bank: Bank }, { bank: own }: { readonly bank?: string }): Bank =>
  own === undefined ? bank : (bankNamed(own) ?? bank);
