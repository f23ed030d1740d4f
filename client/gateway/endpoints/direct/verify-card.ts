import { fields, only } from '../../../options/check.ts';
import type { ActionCodeNumber } from '../../action-code.ts';
import { type AtOncePayment, atOnce, type NextStep } from '../../at-once.ts';
import { minorUnits } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { orderChecks, parameters } from '../../order-checks.ts';
import type { OrderRequest } from '../../order-request.ts';
import { orderIdIn, type RawAnswer, withNumbers } from '../../read-answer.ts';
import { needCard } from '../../sent-card.ts';

type OrderFields = Pick<OrderRequest, 'currency' | 'returnUrl' | 'failUrl' | 'description' | 'language' | 'jsonParams'>;

export interface CardVerification extends AtOncePayment, Partial<OrderFields> {
  /** It is never charged. Default 0. */
  readonly amountMinor?: number;
}

export interface VerifiedCard extends NextStep {
  readonly errorCode: string;
  readonly orderId: string;
  readonly orderNumber?: string;
  /** 0: the card is good. Absent while 3-D Secure goes on. */
  readonly actionCode?: ActionCodeNumber;
  readonly actionCodeDescription?: string;
  readonly authCode?: string;
  readonly rrn?: string;
  /** Milliseconds since 1970. */
  readonly time?: number;
  /** Two digits. */
  readonly eci?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly [other: string]: unknown;
}

const readVerification = (raw: RawAnswer): VerifiedCard | undefined => {
  const orderId = orderIdIn(raw);
  if (orderId === undefined) return undefined;
  const answer = withNumbers(raw, ['actionCode', 'time', 'amount']);
  return { ...answer, errorCode: String(raw['errorCode'] ?? 0), orderId };
};

/** verifyCard.do: checks a card without charging it; its order ends as reversed. */
export const verifyCard: KnownEndpoint<CardVerification, VerifiedCard> = {
  path: 'verifyCard.do',
  repeat: 'never',
  input: fields<CardVerification>(parameters)({
    ...atOnce,
    ...only(orderChecks, 'amountMinor', 'currency', 'returnUrl', 'failUrl', 'description', 'language', 'jsonParams'),
  }),
  fields: ({ amountMinor = 0, ...asked }) => ({
    ...needCard('verifyCard', asked),
    amount: minorUnits('amountMinor', amountMinor),
  }),
  read: readVerification,
};
