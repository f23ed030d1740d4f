import type { CallFamily } from '../../banks/bank.ts';
import { errorCodeOf } from '../../banks/error-code.ts';
import { refusalText } from '../../data/error-codes.ts';
import type { Refused } from '../../domain/errors/refused.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import type { RefusalRenderer } from '../../http/call/endpoint.ts';
import { legacyAnswer } from './legacy-keys.ts';
import { writeResult } from './write-result.ts';

const renderAs =
  (family: CallFamily): RefusalRenderer =>
  (refusal, context, language) =>
    writeResult(
      context.bank.results[family].refusal,
      errorCodeOf(context.bank, refusal.reason),
      textOf(refusal, language),
    );

/** Most merchant calls: text code, and nothing else at most banks. Source: BPC REST documentation and recorded answers. */
export const renderRefusal: RefusalRenderer = renderAs('operations');

export const renderRegisterRefusal: RefusalRenderer = renderAs('register');

const renderPlainStatusRefusal = renderAs('status');

/** The status call keeps its empty lists if the order is unknown. Source: recorded answers. */
export const renderStatusRefusal: RefusalRenderer = (refusal, context, language) => ({
  ...renderPlainStatusRefusal(refusal, context, language),
  ...(refusal.reason === 'order-not-found' && { merchantOrderParams: [], attributes: [] }),
});

/** The legacy status call has keys of its own. Source: recorded answers. */
export const renderLegacyRefusal: RefusalRenderer = (refusal, context, language) =>
  legacyAnswer(context.bank, {
    ErrorCode: errorCodeOf(context.bank, refusal.reason),
    ErrorMessage: textOf(refusal, language),
  });

const textOf = ({ reason, detail }: Refused, language: PageLanguage): string => refusalText(reason, language, detail);

/** Calls that send a card: the code is a number and the text stands twice. Source: BPC REST documentation, payment for order. */
export const renderPaymentRefusal: RefusalRenderer = (refusal, context, language) => {
  const text = textOf(refusal, language);
  return {
    error: text,
    errorCode: Number(errorCodeOf(context.bank, refusal.reason)),
    is3DSVer2: false,
    errorMessage: text,
  };
};

/** A few calls have a flag for failure. Source: BPC REST documentation, createBindingNoPayment.do and installmentPayment.do. */
export const renderFlaggedRefusal: RefusalRenderer = (refusal, context, language) => ({
  errorCode: Number(errorCodeOf(context.bank, refusal.reason)),
  errorMessage: textOf(refusal, language),
  error: true,
});

/** As calls that send a card, but with a text for a code. Source: BPC REST documentation, instantPayment.do. */
export const renderInstantPaymentRefusal: RefusalRenderer = (refusal, context, language) => {
  const text = textOf(refusal, language);
  return { errorCode: errorCodeOf(context.bank, refusal.reason), error: text, errorMessage: text };
};

/** Source: BPC REST documentation, motoPayment.do. */
export const renderMotoRefusal: RefusalRenderer = (refusal, context, language) => ({
  ...renderRefusal(refusal, context, language),
  success: false,
});

/** A few calls have a number for a code. Source: Alfa's documentation. */
export const renderNumberRefusal: RefusalRenderer = (refusal, context, language) => ({
  errorCode: Number(errorCodeOf(context.bank, refusal.reason)),
  errorMessage: textOf(refusal, language),
});
