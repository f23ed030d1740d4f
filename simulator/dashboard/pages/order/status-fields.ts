import type { Order } from '../../../domain/orders/order.ts';
import type { EntryView } from '../../../inspection/journal/journal.ts';
import type { Visit } from '../../page.ts';

/** What the most telling fields of the status answer mean; `parent.child` is a nested one. */
const meanings: readonly (readonly [path: string, meaning: string])[] = [
  ['orderStatus', 'the state of the order'],
  ['actionCode', 'how the last attempt ended; 0: approved'],
  ['amount', 'as registered, in minor units'],
  ['currency', 'ISO 4217'],
  ['paymentAmountInfo.paymentState', 'the state in a word'],
  ['paymentAmountInfo.approvedAmount', 'held or taken at the card'],
  ['paymentAmountInfo.depositedAmount', 'what was captured, less what went back'],
  ['paymentAmountInfo.refundedAmount', 'what went back'],
  ['cardAuthInfo.maskedPan', 'the card that paid'],
  ['cardAuthInfo.approvalCode', 'from the issuer'],
  ['authRefNum', 'the reference number of the payment'],
  ['chargeback', "whether the payer's bank took it back"],
];

interface StatusField {
  readonly path: string;
  readonly value: string;
  /** The value of the answer before, if it was another. */
  readonly old: string | undefined;
  readonly meaning: string;
}

/** The status answer of now, field by field, beside the last one that the shop has had. */
export const statusFieldsOf = (visit: Visit, order: Order, calls: readonly EntryView[]) => {
  const now = visit.statusAnswer(order);
  const asked = calls.findLast(({ path, isRefused }) => /\/getOrderStatusExtended\.do$/.test(path) && !isRefused);
  const before = asked && readJson(asked.answer);
  const fields = meanings.flatMap(([path, meaning]): readonly StatusField[] => {
    const value = textAt(now, path);
    const old = before && (textAt(before, path) ?? '—');
    if (value === undefined) return [];
    return [
      {
        path: path.slice(path.indexOf('.') + 1),
        value,
        old: old === value ? undefined : old,
        meaning: visit.say(meaning),
      },
    ];
  });
  return {
    fields,
    askedAt: asked && visit.ui.clockTime(Date.parse(asked.at)),
    json: JSON.stringify(now, undefined, 2),
  };
};

const readJson = (text: string): object | undefined => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const textAt = (answer: object, path: string): string | undefined => {
  let value: unknown = answer;
  for (const name of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  return value === undefined || value === null ? undefined : String(value);
};
