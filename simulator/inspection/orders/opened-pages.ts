import type { MerchantContext } from '../../context.ts';
import { isCardPage } from './order-timeline.ts';

/** Whether the payer of an order has opened its card page; undefined if the journal does not tell. */
export const openedPages = ({
  journal,
  merchant,
  store,
}: MerchantContext): ((orderId: string) => boolean | undefined) => {
  const opened = new Set<string>();
  for (const entry of journal.entries())
    if (entry.merchant === merchant.login && isCardPage(entry)) {
      const [, orderId] = /"(?:mdOrder|MDORDER|orderId)":"([^"]+)"/.exec(entry.parametersJson) ?? [];
      if (orderId !== undefined) opened.add(orderId);
    }
  // Another process may have shown the page.
  const isWhole = journal.isOn && store.sharing === undefined && journal.droppedOf(merchant.login) === 0;
  return (orderId) => opened.has(orderId) || (isWhole ? false : undefined);
};
