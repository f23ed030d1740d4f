import type { EndpointFacts } from './endpoint-facts.ts';

type Row = readonly [path: string, reason: string, source: EndpointFacts['source']];

// biome-ignore format: one line per row
const rows: readonly Row[] = [
  ['rest/autoCompletion.do', 'Regional: bonus and money.', 'alfa-docs'],
  ['rest/autoRefund.do', 'Regional: bonus and money.', 'alfa-docs'],
  ['rest/finish3dsMethod.do', 'Regional: the newer JSON protocol of Sberbank.', 'alfa-docs'],
  ['rest/getAvailableLoyalty.do', 'Regional: loyalty.', 'rbs-clients'],
  ['rest/getLoyaltyBalance.do', 'Regional: loyalty.', 'alfa-docs'],
  ['applepay/validateMerchant.do', "Card page's own call: a session at Apple, whom tillbox never calls. Its Apple Pay needs none.", 'rbs-clients'],
  ['mir/payment.do', 'Regional: Mir Pay.', 'alfa-docs'],
  ['mir/paymentDirect.do', 'Regional: Mir Pay.', 'alfa-docs'],
  ['yandex/payment.do', 'Regional: old wallet.', 'rbs-clients'],
  ['rest/paymentotherway.do', 'Ways past cards (UPOP, PayPal, Alfa-Click). Each leads to a payment system of its own, and tillbox imitates cards only.', 'alfa-swagger'],
  ['rest/paymentSberPay.do', 'Regional: SberPay.', 'sber-sdk'],
  ['rest/paymentOrderBySubscription.do', 'Regional: subscription.', 'sber-sdk'],
  ['rest/getReceiptStatus.do', 'Regional: fiscal receipts.', 'alfa-docs'],
  ['rest/closeOfdReceipt.do', 'Regional: fiscal receipts.', 'alfa-docs'],
  ['rest/sbp/c2b/qr/dynamic/get.do', 'Regional: SBP.', 'alfa-swagger'],
  ['rest/sbp/c2b/qr/status.do', 'Regional: SBP.', 'alfa-swagger'],
  ['rest/sbp/c2b/qr/dynamic/reject.do', 'Regional: SBP.', 'alfa-swagger'],
  ['rest/sbp/c2b/getBindings.do', 'Regional: SBP.', 'alfa-swagger'],
  ['rest/sbp/c2b/unBind.do', 'Regional: SBP.', 'alfa-swagger'],
  ['rest/getBankListSBP.do', 'Regional: SBP.', 'alfa-swagger'],
  ['rest/acknowledgeTransaction.do', 'Regional: SATIM.', 'satim'],
];

/** Endpoints of public documentation or working clients that tillbox refuses. */
export const unimitatedEndpoints: readonly EndpointFacts[] = rows.map(([path, meaning, source]) => ({
  path,
  meaning,
  source,
  imitated: 'no',
}));
