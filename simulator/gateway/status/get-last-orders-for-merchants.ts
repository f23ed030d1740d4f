import { errorCodes, refusalText, successText } from '../../data/error-codes.ts';
import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { paymentStates } from '../../data/payment-states.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { isMerchantNamed } from '../../domain/merchant-name.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { isTrue } from '../../http/read/check-parameters.ts';
import { renderStatus } from './render-status.ts';
import { statusShape } from './status-shape.ts';

/** Largest page. Source: Alfa's documentation. */
const largestPage = 200;

/** States that a call may request. Source: Alfa's Swagger. */
const states: readonly string[] = ['CREATED', 'APPROVED', 'DEPOSITED', 'DECLINED', 'REVERSED', 'REFUNDED'];

/** The outer errorCode is a number here. */
export const getLastOrdersForMerchants: MerchantEndpoint = {
  path: 'rest/getLastOrdersForMerchants.do',
  meaning: "A page of the merchant's orders, newest first.",
  meaningInRussian: 'Страница заказов мерчанта, начиная с самых новых.',
  source: 'alfa-swagger',
  access: 'merchant',
  parameters: {
    ...credentialParameters,
    ...languageParameter,
    size: { kind: 'digits', required: true, min: 1, max: 3, meaning: 'Orders per page, at most 200.' },
    page: { kind: 'digits', max: 9, meaning: 'Page, from 0.' },
    from: { kind: 'text', required: true, meaning: 'yyyyMMddHHmmss, UTC.' },
    to: { kind: 'text', required: true, meaning: 'yyyyMMddHHmmss, UTC.' },
    transactionStates: { kind: 'text', required: true, meaning: 'States, separated by commas.' },
    merchants: { kind: 'text', meaning: 'Logins, separated by commas; empty for all that the caller may see.' },
    searchByCreatedDate: { kind: 'flag', meaning: 'By date of registration rather than of payment.' },
  },
  refuses: ['order-filter-wrong', 'value-invalid'],
  renderRefusal: ({ reason, detail }, _context, language) => ({
    errorCode: reason === 'parameter-missing' ? 5 : Number(errorCodes[reason].code),
    errorMessage: refusalText(reason, language, detail),
  }),
  shape: (bank) => ({
    name: 'LastOrders',
    fields: {
      errorCode: { kind: 'number', values: [0] },
      errorMessage: { kind: 'text' },
      orderStatuses: { kind: 'list', shape: statusShape(bank), meaning: 'Newest first.' },
      totalCount: { kind: 'number' },
      page: { kind: 'number' },
      pageSize: { kind: 'number' },
    },
  }),
  answer: async (call) => {
    const query = readQuery(call);
    const found = (await call.context.store.orders.ofMerchant(call.merchant.login)).filter((order) =>
      isWanted(order, query),
    );
    found.sort((one, other) => other.registeredAtMs - one.registeredAtMs);
    const start = query.page * query.size;
    return {
      errorCode: 0,
      errorMessage: successText(call.language),
      orderStatuses: found
        .slice(start, start + query.size)
        .map((order) => renderStatus(order, call.context.bank, call.language)),
      totalCount: found.length,
      page: query.page,
      pageSize: query.size,
    };
  },
};

interface Query {
  readonly size: number;
  readonly page: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly states: readonly string[];
  readonly byCreation: boolean;
}

const readQuery = ({ values, merchant }: MerchantCall): Query => {
  const wanted = (values['transactionStates'] ?? '').split(',').map((state) => state.trim());
  if (wanted.some((state) => !states.includes(state)))
    throw new Refused('order-filter-wrong', { field: 'transactionStates' });
  const merchants = (values['merchants'] ?? '').split(',').filter(Boolean);
  if (merchants.some((login) => !isMerchantNamed(merchant.login, login.trim())))
    throw new Refused('order-filter-wrong', { field: 'merchants' });
  const size = Number(values['size']);
  if (size < 1 || size > largestPage) throw new Refused('value-invalid', { field: 'size' });
  return {
    size,
    page: Number(values['page'] ?? 0),
    fromMs: readMoment(values['from'], 'from'),
    toMs: readMoment(values['to'], 'to'),
    states: wanted,
    byCreation: isTrue(values['searchByCreatedDate']),
  };
};

const readMoment = (text = '', field: string): number => {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(ms)) throw new Refused('value-invalid', { field });
  return ms;
};

const isWanted = (order: Order, { fromMs, toMs, byCreation, ...query }: Query): boolean => {
  const paidAtMs = lastAttempt(order)?.authorisation?.atMs ?? order.registeredAtMs;
  const atMs = byCreation ? order.registeredAtMs : paidAtMs;
  const state = paymentStates[order.status];
  return query.states.includes(state) && atMs >= fromMs && atMs <= toMs + 999;
};
