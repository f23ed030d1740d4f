import { banks } from '../../simulator/banks/all.ts';
import { testAnswersOf } from './every-call.ts';

/** `npm test` has these two. */
const quick = ['bereke', 'arca'];

for (const bank of banks) if (!quick.includes(bank.name)) testAnswersOf(bank);
