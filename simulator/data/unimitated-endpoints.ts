import type { EndpointFacts } from './endpoint-facts.ts';

/** Why an endpoint is not imitated, in English and in Russian. */
// biome-ignore format: one line per row
const reasons = {
  bonuses: ['Regional: bonus and money.', 'Региональное: бонусы и деньги.'],
  sberJson: ['Regional: the newer JSON protocol of Sberbank.', 'Региональное: новый протокол Сбербанка на JSON.'],
  loyalty: ['Regional: loyalty.', 'Региональное: программа лояльности.'],
  mirPay: ['Regional: Mir Pay.', 'Региональное: Mir Pay.'],
  samsungWeb: ["Regional: Samsung Pay in a browser, with a page of Samsung's own.", 'Региональное: Samsung Pay в браузере, со страницей самого Samsung.'],
  oldWallet: ['Regional: old wallet.', 'Региональное: старый кошелёк.'],
  sberPay: ['Regional: SberPay.', 'Региональное: SberPay.'],
  subscription: ['Regional: subscription.', 'Региональное: подписка.'],
  receipts: ['Regional: fiscal receipts.', 'Региональное: фискальные чеки.'],
  sbp: ['Regional: SBP.', 'Региональное: СБП.'],
  appleSession: ["Card page's own call: a session at Apple, whom tillbox never calls. Its Apple Pay needs none.", 'Вызов самой платёжной страницы: сессия у Apple, к которой tillbox не обращается. Его Apple Pay она не нужна.'],
  otherWays: ['Ways past cards (UPOP, PayPal, Alfa-Click). Each leads to a payment system of its own, and tillbox imitates cards only.', 'Оплата не картой (UPOP, PayPal, Альфа-Клик). За каждой стоит своя платёжная система, а tillbox имитирует только карты.'],
} as const satisfies Readonly<Record<string, readonly [meaning: string, meaningInRussian: string]>>;

type Row = readonly [path: string, reason: keyof typeof reasons, source: EndpointFacts['source']];

// biome-ignore format: one line per row
const rows: readonly Row[] = [
  ['rest/autoCompletion.do', 'bonuses', 'alfa-docs'],
  ['rest/autoRefund.do', 'bonuses', 'alfa-docs'],
  ['rest/finish3dsMethod.do', 'sberJson', 'alfa-docs'],
  ['rest/getAvailableLoyalty.do', 'loyalty', 'rbs-clients'],
  ['rest/getLoyaltyBalance.do', 'loyalty', 'alfa-docs'],
  ['applepay/validateMerchant.do', 'appleSession', 'rbs-clients'],
  ['mir/payment.do', 'mirPay', 'alfa-docs'],
  ['mir/paymentDirect.do', 'mirPay', 'alfa-docs'],
  ['yandex/payment.do', 'oldWallet', 'rbs-clients'],
  ['samsungWeb/payment.do', 'samsungWeb', 'rbs-clients'],
  ['rest/paymentotherway.do', 'otherWays', 'alfa-swagger'],
  ['rest/paymentSberPay.do', 'sberPay', 'sber-sdk'],
  ['rest/paymentOrderBySubscription.do', 'subscription', 'sber-sdk'],
  ['rest/getReceiptStatus.do', 'receipts', 'alfa-docs'],
  ['rest/closeOfdReceipt.do', 'receipts', 'alfa-docs'],
  ['rest/sbp/c2b/qr/dynamic/get.do', 'sbp', 'alfa-swagger'],
  ['rest/sbp/c2b/qr/status.do', 'sbp', 'alfa-swagger'],
  ['rest/sbp/c2b/qr/dynamic/reject.do', 'sbp', 'alfa-swagger'],
  ['rest/sbp/c2b/getBindings.do', 'sbp', 'alfa-swagger'],
  ['rest/sbp/c2b/unBind.do', 'sbp', 'alfa-swagger'],
  ['rest/getBankListSBP.do', 'sbp', 'alfa-swagger'],
];

/** Reasons whose calls answer as wallets do. */
const ofWallets: ReadonlySet<Row[1]> = new Set<Row[1]>(['mirPay', 'oldWallet']);

interface UnimitatedEndpoint extends EndpointFacts {
  readonly isWallet: boolean;
}

/** Endpoints of public documentation or working clients that tillbox refuses. */
export const unimitatedEndpoints: readonly UnimitatedEndpoint[] = rows.map(([path, reason, source]) => {
  const [meaning, meaningInRussian] = reasons[reason];
  return { path, meaning, meaningInRussian, source, imitated: 'no', isWallet: ofWallets.has(reason) };
});
