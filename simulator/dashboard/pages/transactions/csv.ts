import { currencyByNumeric } from '../../../data/currencies.ts';
import { listTransactions, type TransactionSearch } from '../../../inspection/orders/transactions.ts';
import type { Download, Visit } from '../../page.ts';
import { callbackWords } from './callback-words.ts';
import { type Row, rowsOf } from './rows.ts';

const pageSize = 1_000;

/** All that the list would show on its pages, as RFC 4180 has it. */
export const csvOf = async (visit: Visit, search: TransactionSearch): Promise<Download> => {
  const lines = [headOf(visit)];
  for (let after: string | undefined; ; ) {
    const { rows, next } = await listTransactions(visit.context, search, { after, limit: pageSize });
    for (const row of await rowsOf(visit, rows)) lines.push(cellsOf(visit, row));
    after = next;
    if (after === undefined) break;
  }
  return {
    fileName: `transactions-${visit.context.merchant.login}.csv`,
    contentType: 'text/csv; charset=utf-8',
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    text: `\ufeff${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`,
  };
};

const headOf = ({ say }: Visit): readonly string[] => [
  say('Time'),
  say('Order'),
  say('Order ID'),
  say('Refused call'),
  say('Amount'),
  say('Currency'),
  say('Status'),
  'orderStatus',
  'actionCode',
  say('What happened'),
  say('Card'),
  '3-D Secure',
  say('E-mail'),
  say('Scenario'),
  say('Callbacks'),
];

const cellsOf = ({ say }: Visit, row: Row): readonly string[] => {
  const time = new Date(row.atMs).toISOString();
  if (row.kind === 'call')
    return [time, '', '', row.name, '', '', say('Refused'), '', '', row.what, '', '', '', '', ''];
  const { what, card, callbacks, scenario } = row;
  const currency = currencyByNumeric(row.currency);
  return [
    time,
    row.number,
    row.id,
    '',
    decimal(row.amountMinor, currency?.exponent ?? 2),
    currency?.alpha ?? row.currency,
    row.statusWord,
    String(row.statusNumber),
    String(row.actionCode),
    `${what.before}${what.due?.left ?? ''}${what.after}`,
    card.pan,
    card.way,
    row.email,
    scenario?.name ?? '',
    callbackWords(callbacks, say),
  ];
};

const decimal = (minor: number, exponent: number): string => {
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
};

/** A cell that a spreadsheet does not take for a formula. */
const cell = (text: string): string => {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
