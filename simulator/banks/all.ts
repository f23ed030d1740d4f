import type { Bank } from './bank.ts';
import { bereke } from './bereke.ts';

/** Every bank that `BANK=` may name. */
export const banks: readonly Bank[] = [bereke];

export const bankNamed = (name: string): Bank | undefined => banks.find((bank) => bank.name === name);
