import { bankOf } from '../../banks/bank-of.ts';
import { threeDsVersionOf } from '../../banks/three-ds-version.ts';
import { type AnswerTable, optionalRows } from '../../data/answer-table.ts';
import { currencyByNumeric, plainAmount } from '../../data/currencies.ts';
import type { Binding } from '../../domain/binding.ts';
import { isWithoutPayer } from '../../domain/permitted-features.ts';
import type { OrderCall, OrderEndpoint } from '../../http/call/endpoint.ts';
import { offeredBindings } from '../../payments/cards/stored-card.ts';
import { acsHop } from '../../wire/acs-hop.ts';
import { returnLanguage, shopReturn } from '../../wire/shop-return.ts';
import { merchantOptions } from '../pages/schemes.ts';
import { pageCallParameters } from './page-parameters.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

export const getSessionStatus: OrderEndpoint = {
  path: 'rest/getSessionStatus.do',
  meaning: "Card page's own call: the contents of the page, or the next address.",
  meaningInRussian: 'Вызов самой платёжной страницы: её содержимое или следующий адрес.',
  source: 'rbs-clients',
  access: 'order',
  parameters: pageCallParameters,
  refuses: [],
  renderRefusal: renderPageRefusal,
  shape: () => ({ name: 'SessionStatus', fields: sessionFields }),
  answer: async (call) => {
    const { status } = call.order;
    return status === 'created' || status === 'acs-started' ? renderOpen(call) : renderOver(call);
  },
};

const itemFields: AnswerTable = {
  id: { kind: 'text' },
  label: { kind: 'text' },
  paymentSystem: { kind: 'text' },
  cardHolder: { kind: 'text' },
  createdDate: { kind: 'number' },
  payerEmail: { kind: 'text' },
  payerPhone: { kind: 'text' },
  isMaestro: { kind: 'flag' },
};

/** Of an order that is over there are `redirect`, `orderExpired` and `merchantInfo`, of an open one all but `redirect`. */
const sessionFields: AnswerTable = {
  merchantInfo: {
    kind: 'object',
    fields: {
      custom: { kind: 'flag' },
      merchantFullName: { kind: 'text', optional: true },
      merchantLogin: { kind: 'text', optional: true },
    },
  },
  ...optionalRows({
    redirect: { kind: 'text', meaning: 'Where the payer goes.' },
    orderExpired: { kind: 'flag' },
    acsUrl: { kind: 'text' },
    remainingSecs: { kind: 'number' },
    orderNumber: { kind: 'text' },
    description: { kind: 'text' },
    amount: { kind: 'text', meaning: '`15000.00 KZT`.' },
    currencyAlphaCode: { kind: 'text' },
    bonusAmount: { kind: 'number' },
    feeEnabled: { kind: 'flag' },
    feeAllowed: { kind: 'flag' },
    backUrl: { kind: 'text' },
    sslOnly: { kind: 'flag' },
    cvcNotRequired: { kind: 'flag' },
    is3DSVer2: { kind: 'flag' },
    otherWayEnabled: { kind: 'flag' },
    paymentWays: { kind: 'list', of: 'text' },
    epinAllowed: { kind: 'flag' },
    bindingEnabled: { kind: 'flag' },
    bindingItems: { kind: 'list', fields: itemFields },
    bindingDeactivationEnabled: { kind: 'flag' },
    payerNotificationEnabled: { kind: 'flag' },
    sessionParams: { kind: 'list' },
    merchantOptions: { kind: 'list', of: 'text' },
    customerDetails: { kind: 'object', fields: { email: { kind: 'text' }, phone: { kind: 'text' } } },
    queriedParams: { kind: 'object' },
    expirationDateCustomValidation: { kind: 'flag' },
    sessionStatus: { kind: 'number' },
  }),
};

/** Recorded at VTB Kazakhstan for a finished order. */
const renderOver = ({ context, order, origin, values }: OrderCall): object => ({
  redirect: shopReturn(order, context.bank, origin, returnLanguage(values, order)),
  orderExpired: order.status === 'declined',
  merchantInfo: { custom: false },
});

const renderOpen = async ({ context, order, origin, values }: OrderCall): Promise<object> => {
  const { bank, clock, merchant } = context;
  const bindings = await offeredBindings(context, order);
  const amountMinor = order.amountMinor + order.feeMinor;
  return {
    ...(order.status === 'acs-started' && { acsUrl: acsHop(order, bank, origin).acsUrl }),
    remainingSecs: Math.max(0, Math.ceil((order.expiresAtMs - clock.now()) / 1000)),
    orderNumber: order.orderNumber,
    description: order.description ?? '',
    amount: plainAmount(amountMinor, order.currency),
    currencyAlphaCode: currencyByNumeric(order.currency)?.alpha ?? order.currency,
    bonusAmount: 0,
    feeEnabled: false,
    feeAllowed: false,
    backUrl: shopReturn(order, bank, origin, returnLanguage(values, order)),
    sslOnly: merchant.sslOnly === true || order.features.includes('FORCE_SSL'),
    cvcNotRequired: isWithoutPayer(order.features),
    is3DSVer2: threeDsVersionOf(bankOf(context, order), order) === 2,
    otherWayEnabled: false,
    paymentWays: ['CARD'],
    epinAllowed: false,
    bindingEnabled: order.clientId !== undefined,
    bindingItems: bindings.map(renderItem),
    bindingDeactivationEnabled: order.clientId !== undefined && order.onlyBindingId === undefined,
    payerNotificationEnabled: false,
    sessionParams: [],
    merchantOptions,
    merchantInfo: { merchantFullName: merchant.name, merchantLogin: order.merchant, custom: false },
    customerDetails: { email: order.email ?? '', phone: order.phone ?? '' },
    queriedParams: {},
    expirationDateCustomValidation: false,
    sessionStatus: 0,
    // Recorded at VTB Kazakhstan.
    orderExpired: false,
  };
};

/** Source: page scripts of gateways on this software; the form of the date is a guess. */
const renderItem = ({ id, card, createdAtMs, email, phone }: Binding): object => ({
  id,
  label: `${card.maskedPan} ${card.expiry.slice(4)}/${card.expiry.slice(2, 4)}`,
  paymentSystem: card.brand,
  cardHolder: card.holder,
  createdDate: createdAtMs,
  payerEmail: email ?? '',
  payerPhone: phone ?? '',
  isMaestro: card.brand === 'MAESTRO',
});
