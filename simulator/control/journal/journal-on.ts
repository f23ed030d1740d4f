import type { Context, MerchantContext } from '../../context.ts';
import { journalIsOff } from '../../inspection/journal.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { Problem } from '../problem.ts';

/** The context of a merchant, where there is a journal. @throws Problem where there is none. */
export const journalledContext = async (context: Context, login: string): Promise<MerchantContext> => {
  const own = await contextOf(context, login);
  if (!own.journal.isOn) throw new Problem('refused', journalIsOff);
  return own;
};
