import { banks } from '../../simulator/banks/all.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { testExamplesOf } from './examples-of.ts';

for (const bank of banks) if (bank !== bereke) testExamplesOf(bank);
