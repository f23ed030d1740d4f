import type { Bank } from '../../banks/bank.ts';
import type { AnswerShape, AnswerTable } from '../../data/answer-table.ts';
import { paymentStates } from '../../data/payment-states.ts';
import { lastWithAuthType, statusFields } from '../../data/status-fields.ts';
import { orderStatusNumbers } from '../../domain/orders/order-status.ts';
import { resultFields } from '../answers/write-result.ts';

const nameAndValue: AnswerTable = { name: { kind: 'text' }, value: { kind: 'text' } };

/** The answer of getOrderStatusExtended.do at this bank, in its version. */
export const statusShape = (bank: Bank): AnswerShape => ({
  name: 'OrderStatus',
  fields: statusFields
    .filter(({ since }) => since > bank.statusVersion)
    .reduce<AnswerTable>((table, { path }) => without(table, path), fieldsOf(bank)),
});

const fieldsOf = (bank: Bank): AnswerTable => ({
  ...resultFields(bank.results.status.success, 'with-message'),
  orderNumber: { kind: 'text', meaning: "The shop's own number of the order." },
  orderStatus: {
    kind: 'number',
    values: Object.values(orderStatusNumbers),
    meaning: `${Object.entries(orderStatusNumbers)
      .map(([name, number]) => `${number} ${name}`)
      .join(', ')}.`,
  },
  actionCode: { kind: 'number', meaning: 'Result of the last attempt: 0 approved, -100 before any.' },
  actionCodeDescription: { kind: 'text', meaning: 'For the shop.' },
  displayErrorMessage: { kind: 'text', meaning: 'For the payer; empty if nothing has failed.' },
  amount: { kind: 'number', meaning: 'Minor units.' },
  currency: { kind: 'text', meaning: 'ISO 4217 numeric.' },
  date: { kind: 'number', meaning: 'When it was registered, milliseconds since 1970.' },
  depositedDate: { kind: 'number', optional: true },
  refundedDate: { kind: 'number', optional: true },
  reversedDate: { kind: 'number', optional: true },
  orderDescription: { kind: 'text' },
  ip: { kind: 'text', optional: true, meaning: "The payer's address." },
  merchantOrderParams: { kind: 'list', fields: nameAndValue, meaning: 'jsonParams of the order.' },
  transactionAttributes: { kind: 'list', fields: nameAndValue },
  attributes: { kind: 'list', fields: nameAndValue, meaning: '`mdOrder`: the id of the order.' },
  cardAuthInfo: { kind: 'object', optional: true, fields: cardFields(bank) },
  bindingInfo: {
    kind: 'object',
    optional: true,
    fields: {
      clientId: { kind: 'text' },
      bindingId: { kind: 'text', optional: true },
      externalCreated: { kind: 'flag', optional: true },
    },
  },
  authDateTime: { kind: 'number', optional: true },
  terminalId: { kind: 'text' },
  authRefNum: { kind: 'text', optional: true, meaning: 'RRN.' },
  paymentAmountInfo: { kind: 'object', fields: amountFields(bank) },
  bankInfo: {
    kind: 'object',
    fields: {
      bankName: { kind: 'text', optional: true },
      bankCountryCode: { kind: 'text' },
      bankCountryName: { kind: 'text' },
    },
  },
  payerData: {
    kind: 'object',
    optional: true,
    fields: {
      email: { kind: 'text', optional: true },
      phone: { kind: 'text', optional: true },
      postAddress: { kind: 'text', optional: true },
    },
  },
  orderBundle: { kind: 'object', optional: true, meaning: 'The cart, with the captured part of each position.' },
  refunds: { kind: 'list', optional: true, fields: refundFields },
  chargeback: { kind: 'flag' },
  paymentWay: { kind: 'text', optional: true },
  partialAuthorization: { kind: 'text', optional: true, values: ['PARTIAL_AMOUNT', 'FULL_AMOUNT', 'REQUESTED'] },
  tii: { kind: 'text', optional: true },
  mcc: { kind: 'text', optional: true },
  mvv: { kind: 'text', optional: true },
  paymentFacilitator: { kind: 'object', optional: true },
});

const cardFields = ({ panKeys, statusVersion }: Bank): AnswerTable => ({
  ...Object.fromEntries(panKeys.map((name) => [name, { kind: 'text', meaning: 'Masked.' }] as const)),
  expiration: { kind: 'text', meaning: 'YYYYMM.' },
  cardholderName: { kind: 'text' },
  approvalCode: { kind: 'text', optional: true },
  paymentSystem: { kind: 'text' },
  product: { kind: 'text' },
  productCategory: { kind: 'text' },
  corporateCard: { kind: 'text' },
  secureAuthInfo: {
    kind: 'object',
    optional: true,
    fields: {
      eci: { kind: 'number' },
      threeDsType: { kind: 'text', optional: true },
      ...(statusVersion <= lastWithAuthType && { authTypeIndicator: { kind: 'text', optional: true } as const }),
      threeDSInfo: {
        kind: 'object',
        fields: { cavv: { kind: 'text', optional: true }, xid: { kind: 'text', optional: true } },
      },
      threeDSProtocolVersion: { kind: 'text', optional: true },
      aresTransStatus: { kind: 'text', optional: true },
      rreqTransStatus: { kind: 'text', optional: true },
    },
  },
});

const amountFields = ({ tellsPartRefunds }: Bank): AnswerTable => ({
  paymentState: {
    kind: 'text',
    values: [
      ...new Set([
        ...Object.values(paymentStates),
        ...(tellsPartRefunds ? ['PARTIALLY_REFUNDED', 'VALIDATION_FINISHED'] : []),
      ]),
    ],
  },
  approvedAmount: { kind: 'number' },
  depositedAmount: { kind: 'number' },
  refundedAmount: { kind: 'number' },
  feeAmount: { kind: 'number' },
  totalAmount: { kind: 'number' },
});

const refundFields: AnswerTable = {
  date: { kind: 'text', meaning: 'A guess: yyyy-MM-ddTHH:mm:ss, UTC.' },
  externalRefundId: { kind: 'text', optional: true },
  approvalCode: { kind: 'text' },
  actionCode: { kind: 'text' },
  referenceNumber: { kind: 'text' },
  amount: { kind: 'number' },
};

/** The table without what stands at this path of a version. */
const without = (table: AnswerTable, [name = '', ...rest]: readonly string[]): AnswerTable => {
  const { [name]: row, ...others } = table;
  if (!row) return table;
  const inner = rest.filter((step) => step !== '[]');
  if (inner.length === 0) return others;
  return { ...table, [name]: { ...row, ...(row.fields && { fields: without(row.fields, inner) }) } };
};
