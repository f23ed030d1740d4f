import { alfaModules } from './alfa.ts';
import { alfaByModules } from './alfa-by.ts';
import { arcaModules } from './arca.ts';
import type { BankModule } from './bank-module.ts';
import { berekeModules } from './bereke.ts';
import { bpcModules } from './bpc.ts';
import { btModules } from './bt.ts';
import { clictopayModules } from './clictopay.ts';
import { dskModules } from './dsk.ts';
import { jccModules } from './jcc.ts';
import { satimModules } from './satim.ts';
import { sberModules } from './sber.ts';
import { vtbKzModules } from './vtb-kz.ts';

/** Public modules for the banks, each with its source. */
export const bankModules: readonly BankModule[] = [
  ...berekeModules,
  ...bpcModules,
  ...vtbKzModules,
  ...alfaModules,
  ...sberModules,
  ...jccModules,
  ...Object.values(btModules),
  ...arcaModules,
  ...dskModules,
  ...satimModules,
  ...alfaByModules,
  ...clictopayModules,
];

export const modulesOf = (bank: string): readonly BankModule[] => bankModules.filter((module) => module.bank === bank);
