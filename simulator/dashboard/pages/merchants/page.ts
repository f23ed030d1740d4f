import type { DashboardPage } from '../../page.ts';
import { merchantActs } from './acts.ts';
import { showMerchants } from './show.ts';
import { merchantsTexts } from './texts.ts';

/** The merchants of this gateway, and the settings of one, as the merchant portal has them. */
export const merchants: DashboardPage = {
  texts: merchantsTexts,
  acts: merchantActs,
  show: (visit) => showMerchants(visit),
};
