import { fields } from '../../../options/check.ts';
import { text } from '../../../options/checks.ts';
import { needField } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { type PaymentAnswer, readPayment } from '../../payment-answer.ts';

export interface Finished3dsVer2 {
  /** Of the payment's first answer. */
  readonly threeDSServerTransId: string;
  /** The order, if it was registered and paid in one call, as by instantPayment.do. */
  readonly threeDSVer2MdOrder?: string;
  readonly language?: string;
}

/** finish3dsVer2Payment.do: the customer came back from the issuer, 3-D Secure 2, to the shop's `threeDSVer2FinishUrl`. */
export const finish3dsVer2Payment: KnownEndpoint<Finished3dsVer2, PaymentAnswer> = {
  path: 'finish3dsVer2Payment.do',
  repeat: 'never',
  input: fields<Finished3dsVer2>(parameters)({ threeDSServerTransId: text, threeDSVer2MdOrder: text, language: text }),
  fields: (finished) => ({ ...needField('finish3dsVer2Payment', finished, 'threeDSServerTransId') }),
  read: readPayment,
};
