import { checkOptions, oneOf } from '../options/check-options.ts';
import { alfa } from './alfa.ts';
import { alfaBy } from './alfa-by.ts';
import { arca } from './arca.ts';
import type { Bank } from './bank.ts';
import { bereke } from './bereke.ts';
import { bpc } from './bpc.ts';
import { bt } from './bt.ts';
import { clictopay } from './clictopay.ts';
import { dsk } from './dsk.ts';
import { jcc } from './jcc.ts';
import { satim } from './satim.ts';
import { sber } from './sber.ts';
import { vtbKz } from './vtb-kz.ts';

/** The values of `BANK`. */
export const banks: readonly Bank[] = [bereke, bpc, vtbKz, alfa, sber, jcc, bt, arca, dsk, satim, alfaBy, clictopay];

/** The name of a bank that comes with tillbox. */
export const bankName = oneOf(...banks.map(({ name }) => name));

/** The bank of this name. @throws ConfigError that names the others if there is none. */
export const knownBank = (name: string): Bank => {
  checkOptions('bankNamed', bankName, name);
  return bankNamed(name) as Bank;
};

export const bankNamed = (name: string): Bank | undefined => banks.find((bank) => bank.name === name);
