import { makeWalletToken, Payer } from '../../client/index.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { passIssuer, visitMethodPages } from '../helpers/payments/at-issuer.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { cardFields, payForm } from '../helpers/payments/pay-form.ts';
import { sentCard } from '../helpers/payments/sent-card.ts';
import { storedCard } from '../helpers/payments/stored-card.ts';
import type { Fields, Json, TestCalls } from '../helpers/simulator/simulator.ts';

/** The calls of a shop, and the clock of its gateway. Its currency: tenge by default. */
export type Shop = TestCalls & Pick<Simulator, 'clock'> & { readonly currency?: string };

const returnUrl = 'https://shop.example/return';
const challengeCard = { pan: '5555555555555599', expiry: '12/34', cvc: '123' };
const declinedCard = { ...plainCard, pan: cardForActionCode(116) };
const day = 86_400_000;

/** What a shop does with orders and money. */
const tradeByPage = async ({ call, register, status, clock, callBare }: Shop): Promise<void> => {
  const cart = {
    cartItems: { items: [{ positionId: '1', name: 'Cup', quantity: { value: 2, measure: 'pc' }, itemPrice: 750_000 }] },
  };
  const paid = await register({
    orderBundle: JSON.stringify(cart),
    clientId: 'aida',
    email: 'aida@example.com',
    language: 'ru',
  });
  await callBare('getSessionStatus.do', { MDORDER: paid.orderId });
  await callBare('getFee.do', { mdOrder: paid.orderId });
  await callBare('isMaestroCard.do', { pan: '5000001111111115' });
  await callBare('getPaymentSettings.do', { login: 'test_user' });
  await callBare('showErrors.do', { MDORDER: paid.orderId });
  await payForm({ callBare }, paid.orderId, declinedCard);
  await status(paid.orderId);
  await new Payer().pay(paid.formUrl, { savesCard: true });
  await callBare('showErrors.do', { MDORDER: paid.orderId });
  await callBare('getSessionStatus.do', { MDORDER: paid.orderId });
  await call('addParams.do', { orderId: paid.orderId, params: '{"desk":"phone"}' });
  await call('refund.do', { orderId: paid.orderId, amount: '100', externalRefundId: 'r-1' });
  await call('processRawSumRefund.do', { orderId: paid.orderId, amount: '100' });
  await call('processRawPositionRefund.do', { orderId: paid.orderId, amount: '100', positionId: '1' });
  const byPosition = await register({ orderBundle: JSON.stringify(cart) });
  await payForm({ callBare }, byPosition.orderId, plainCard);
  for (const name of ['processRawPositionRefund.do', 'processRawPositionOrderRefund.do'])
    await call(name, { orderId: byPosition.orderId, amount: '100', positionId: '1' });
  await call('updateSSLCardList.do', { mdorder: paid.orderId });
  await call('updateSSLCardList.do', { mdorder: paid.orderId });
  await status(paid.orderId);
  await call('getOrderStatus.do', { orderId: paid.orderId });
  await call('public/acknowledgeTransaction.do', { mdOrder: paid.orderId });
  await call('confirmOrder.do', { orderId: paid.orderId });
  const held = (await call('registerPreAuth.do', { amount: '1000', returnUrl, clientId: 'aida' }))['orderId'];
  await callBare('getSessionStatus.do', { MDORDER: held });
  const first = await callBare('processform.do', { MDORDER: held, ...cardFields(challengeCard) });
  await callBare('processform.do', {
    MDORDER: held,
    ...cardFields(challengeCard),
    threeDSServerTransId: first['threeDSServerTransId'],
  });
  await status(held);
  const held2 = (await call('registerPreAuth.do', { amount: '1000', returnUrl }))['orderId'];
  await payForm({ callBare }, held2, plainCard);
  await call('deposit.do', { orderId: held2, amount: '400', depositType: '1' });
  await call('deposit.do', { orderId: held2 });
  await call('deposit.do', { orderId: held2 });
  const held3 = (await call('registerPreAuth.do', { amount: '1000', returnUrl }))['orderId'];
  await payForm({ callBare }, held3, plainCard);
  await call('reverse.do', { orderId: held3 });
  await status(held3);
  await call('decline.do', { orderId: (await register()).orderId });
  await callBare('declineByClient.do', { mdOrder: (await register()).orderId });
  const left = (await register()).orderId;
  await callBare('getFinishedPaymentInfo.do', { orderId: left });
  await clock.advance(1_201_000);
  for (const orderId of [left, paid.orderId]) await callBare('getFinishedPaymentInfo.do', { orderId });
  await call('getOrderStatus.do', { orderId: left });
  const times = { from: '20251231000000', to: '20270101000000', size: '50' };
  await call('getLastOrdersForMerchants.do', { ...times, transactionStates: 'CREATED,DEPOSITED,REFUNDED,REVERSED' });
  await call('getLastOrdersForMerchants.do', { ...times, transactionStates: 'DEPOSITED,REFUNDED', size: '1' });
  await call('getLastOrdersForMerchants.do', { ...times, transactionStates: 'NONE' });
};

/** Stored cards and what is charged to them. */
const tradeByStoredCard = async (simulator: Shop): Promise<void> => {
  const { call, callBare, json, register, clock } = simulator;
  const bindingId = await storedCard(simulator, plainCard);
  const client = { clientId: 'aida' };
  for (const name of ['getBindings.do', 'getAllBindings.do']) await call(name, client);
  await call('getBindings.do', { clientId: 'nobody' });
  await call('getBindingsByCardOrId.do', { bindingId });
  await call('getBindingsByCardOrId.do', { pan: '4111111111111111' });
  await call('extendBinding.do', { bindingId, newExpiry: '203512' });
  for (const name of ['unBindCard.do', 'bindCard.do', 'unbindCard.do', 'bindCard.do', 'bindCard.do'])
    await call(name, { bindingId });
  const pay = async (fields: Fields) => ({
    mdOrder: (await register(client)).orderId,
    bindingId,
    ip: '127.0.0.1',
    ...fields,
  });
  await call('paymentOrderBinding.do', await pay({ tii: 'U' }));
  await call('paymentOrderBinding.do', await pay({ tii: 'U', jsonParams: '{"scenario":"insufficient-funds"}' }));
  const original = await register(client);
  await new Payer().pay(original.formUrl, { card: challengeCard });
  const practice = { originalMdOrder: original.orderId, tii: 'IPN', amount: 500 };
  await json('../industryPractice/paymentOrder.do', { ...practice, orderNumber: 'P-1' });
  const scripted = { ...practice, orderNumber: 'P-2', jsonParams: { scenario: 'insufficient-funds' } };
  await json('../industryPractice/paymentOrder.do', scripted);
  await callBare('processBindingForm.do', { orderId: (await register(client)).orderId, bindingId, cvc: '123' });
  const charge = { bindingId, amount: 99_000 };
  await json('../recurrentPayment.do', { ...charge, orderNumber: 'R-1' });
  await json('../recurrentPayment.do', {
    ...charge,
    orderNumber: 'R-2',
    additionalParameters: { scenario: 'insufficient-funds' },
  });
  await json('../recurrentPayment.do', { ...charge });
  await json('../installmentPayment.do', { ...charge, orderNumber: 'I-1' });
  await json('../installmentPayment.do', {
    ...charge,
    orderNumber: 'I-2',
    additionalParameters: { scenario: 'insufficient-funds' },
  });
  await json('../installmentPayment.do', { ...charge });
  const schedule = {
    scheduledSince: '2026-02-01T00:00:00.000+0000',
    scheduledTill: '2026-06-01T00:00:00.000+0000',
    value: 1,
    timeUnit: 'MONTHS',
  };
  const task = {
    merchantTaskUuid: 'gym',
    clientId: 'aida',
    bindingId,
    amount: 100,
    currency: 398,
    scheduleData: schedule,
  };
  await json('/recurrent/v1/task/create', { task });
  await json('/recurrent/v1/task/create', { task });
  const taskIdentifier = { merchantTaskUuid: 'gym' };
  await clock.advance(40 * day);
  await json('/recurrent/v1/payment/skip', { taskIdentifier, paymentNumber: 3 });
  await json('/recurrent/v1/task/modify', { task: { taskIdentifier, params: { desk: 'phone' } } });
  await json('/recurrent/v1/task/get', { taskIdentifier });
  await json('/recurrent/v1/task/terminate', { taskIdentifier });
  await json('/recurrent/v1/task/activate', { taskIdentifier });
  await json('/recurrent/v1/task/batchTerminate', { taskIdentifiers: [taskIdentifier] });
  const open = (await register(client)).orderId;
  await callBare('getSessionStatus.do', { MDORDER: open });
  await callBare('unbindcardanon.do', { mdOrder: open, bindingId });
};

/** The rest of a payment with 3-D Secure, by its version. */
const endAtIssuer = async (call: Shop['call'], first: Json): Promise<void> => {
  const { mdOrder, threeDSServerTransId } = first;
  if (threeDSServerTransId === undefined) {
    await passIssuer(first);
    await call('finish3dsPayment.do', { mdOrder, paRes: 'x' });
    return;
  }
  await visitMethodPages(first);
  await passIssuer(await call('3ds/continue.do', { mdOrder }));
  await call('finish3dsVer2Payment.do', { threeDSServerTransId });
};

/** Payments with a card number, in one call or two. */
const tradeByCardNumber = async (simulator: Shop): Promise<void> => {
  const { call, callBare, register } = simulator;
  await callBare('../se/keys.do');
  await call('verifyEnrollment.do', { pan: challengeCard.pan });
  const payOrder = async (name: string, card: typeof challengeCard): Promise<Json> => {
    const fields = { MDORDER: (await register()).orderId, ...cardFields(card), threeDSVer2FinishUrl: returnUrl };
    const answer = await call(name, fields);
    return { ...answer, mdOrder: fields.MDORDER };
  };
  await payOrder('paymentOrder.do', plainCard);
  await payOrder('paymentorder.do', declinedCard);
  const looked = await payOrder('paymentorder.do', challengeCard);
  await endAtIssuer(call, looked);
  const old = (await register({ jsonParams: '{"FORCE_3DS2":"false"}' })).orderId;
  const oldFields = { MDORDER: old, ...cardFields(challengeCard) };
  await endAtIssuer(call, { ...(await call('paymentorder.do', oldFields)), mdOrder: old });
  await call('finish3dsPayment.do', { mdOrder: old, paRes: 'x' });
  const atOnce = (card: typeof challengeCard, more: Fields = {}): Fields => ({
    amount: '1000',
    returnUrl,
    ...sentCard(card),
    ...more,
  });
  for (const card of [plainCard, declinedCard, challengeCard]) await call('instantPayment.do', atOnce(card));
  await call('instantPayment.do', { amount: '1' });
  for (const card of [plainCard, declinedCard, challengeCard])
    await call('verifyCard.do', atOnce(card, { amount: '0' }));
  const moto = { ...atOnce(plainCard), cardholder: 'AIDA BEK' };
  await call('motoPayment.do', moto);
  await call('motoPayment.do', { amount: '1' });
  for (const card of [plainCard, declinedCard]) await call('instantRefund.do', atOnce(card));
};

/** Wallets, on the shop's page and on the gateway's. */
const tradeByWallet = async ({ json, callBare, register, currency = '398' }: Shop): Promise<void> => {
  const { keys } = await callBare('../se/keys.do');
  const token = (wallet: 'apple' | 'google' | 'samsung', more: object = {}): string =>
    makeWalletToken({ wallet, publicKey: keys[0].keyValue, amountMinor: 1000, currency, ...more });
  let number = 0;
  const order = () => ({
    merchant: 'test_user',
    orderNumber: `W-${++number}`,
    amount: 1000,
    returnUrl,
    currency,
  });
  for (const wallet of ['apple', 'google', 'samsung'] as const) {
    const path = wallet === 'apple' ? 'applepay' : wallet;
    await json(`../${path}/payment.do`, { ...order(), paymentToken: token(wallet) });
    await json(`../${path}/payment.do`, { ...order(), paymentToken: token(wallet, { isBroken: true }) });
    await json(`../${path}/paymentDirect.do`, { ...order(), paymentToken: token(wallet, { isDecrypted: true }) });
    if (wallet === 'samsung') continue;
    const page = { mdOrder: (await register({ amount: '1000' })).orderId, paymentToken: token(wallet) };
    await json(`../${path}/paymentOrder.do`, page);
    await json(`../${path}/paymentOrder.do`, page);
  }
  await json('../google/payment.do', {
    ...order(),
    paymentToken: token('google', { authMethod: 'PAN_ONLY', card: { pan: challengeCard.pan } }),
  });
  const paymentData = { dpan: plainCard.pan, tokenCryptogram: 'AAAA', MM: '12', YYYY: '2034' };
  await json('../token/payment.do', { ...order(), tokenType: 'VTS', paymentData });
};

const tradeByTemplate = async ({ json }: Shop): Promise<void> => {
  const { template } = await json('templates/create.do', {
    template: { name: 'Cup', amount: 100, returnUrl, endDate: '2030-01-01T00:00:00' },
  });
  const { templateId } = template;
  await json('templates/get.do', { template: { templateId } });
  await json('templates/update.do', { template: { templateId, description: 'Two cups' } });
  await json('templates/getList.do');
  await json('templates/get.do', { template: { templateId: 'none' } });
  await json('registerByTemplate.do', { templateId });
  const flat = await json('templates/createTemplate.do', { name: 'Flat', startDate: '2026-01-01T00:00:00' });
  await json('templates/updateTemplate.do', { templateId: flat['templateId'], name: 'Flatter' });
  await json('templates/getTemplateDetails.do', { templateId: flat['templateId'] });
};

export const trades = [tradeByPage, tradeByStoredCard, tradeByCardNumber, tradeByWallet, tradeByTemplate];
