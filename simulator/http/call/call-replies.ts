import { errorCodeOf } from '../../banks/error-code.ts';
import type { Context } from '../../context.ts';
import { errorCodes, refusalText, scripted } from '../../data/error-codes.ts';
import { type RefusalReason, Refused } from '../../domain/errors/refused.ts';
import { type Fault, refusalCodeOf } from '../../domain/faults/fault.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import type { Reply } from '../reply.ts';
import type { Endpoint } from './endpoint.ts';
import { isNamelessByStatus } from './possible-refusals.ts';

/** The answer of a call as the bank sends it. */
export const replyTo = ({ bank }: Context, answer: object | string, status = 200): Reply => ({
  status,
  headers: { 'Content-Type': bank.contentType, 'Cache-Control': 'no-store' },
  body: JSON.stringify(answer),
});

/** Recorded at SATIM, in this language alone. */
const transactionNotFound = 'Transaction is not found';

/** A refusal in the words of the endpoint. */
export const replyToRefusal = (
  refusal: Refused,
  endpoint: Pick<Endpoint, 'renderRefusal' | 'isAcknowledgement' | 'access'>,
  context: Context,
  language: PageLanguage,
): Reply => {
  const { unknownOrderHttpStatus } = context.bank;
  context.metrics.refused(errorCodeOf(context.bank, refusal.reason));
  if (refusal.reason === 'order-not-found' && endpoint.isAcknowledgement && unknownOrderHttpStatus !== 200)
    return replyTo(context, transactionNotFound, unknownOrderHttpStatus);
  if (refusal.reason === 'parameter-missing' && isNamelessByStatus(endpoint, context.bank)) {
    const errorMessage = refusalText(refusal.reason, language, refusal.detail);
    return replyTo(context, { errorCode: 5, errorMessage }, context.bank.namelessCallHttpStatus);
  }
  return replyTo(context, endpoint.renderRefusal(refusal, context, language));
};

/** The answer to a call whose work a fault prevents: the error code that the fault asks for, or nothing. */
export const replyToFault = (fault: Fault, endpoint: Endpoint, context: Context, language: PageLanguage): Reply => {
  const code = refusalCodeOf(fault);
  if (code === undefined) return replyTo(context, {});
  context.metrics.refused(code);
  const known = (Object.keys(errorCodes) as RefusalReason[]).find(
    (reason) => errorCodes[reason].code === code && !errorCodes[reason].en.includes('{'),
  );
  const reason = known ?? 'system-error';
  const detail = fault.errorMessage === undefined ? {} : { [scripted]: fault.errorMessage };
  const bank = { ...context.bank, errorCodes: { ...context.bank.errorCodes, [reason]: code } };
  return replyTo(context, endpoint.renderRefusal(new Refused(reason, detail), { ...context, bank }, language));
};
