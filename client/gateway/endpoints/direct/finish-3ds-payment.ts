import { fields } from '../../../options/check.ts';
import { text } from '../../../options/checks.ts';
import { needField } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { needOrderId } from '../../order-operation.ts';
import { type PaymentAnswer, readPayment } from '../../payment-answer.ts';

export interface Finished3ds {
  /** Sent as `mdOrder`; the issuer's page gave it back as `MD`. */
  readonly orderId: string;
  /** `PaRes` of the issuer's form. */
  readonly paRes: string;
  readonly language?: string;
}

/** finish3dsPayment.do: the customer came back from the issuer, 3-D Secure 1, to the shop's own page. */
export const finish3dsPayment: KnownEndpoint<Finished3ds, PaymentAnswer> = {
  path: 'finish3dsPayment.do',
  repeat: 'never',
  input: fields<Finished3ds>(parameters)({ orderId: text, paRes: text, language: text }),
  fields: (finished) => {
    const { paRes, language } = needField('finish3dsPayment', finished, 'paRes');
    return { mdOrder: needOrderId('finish3dsPayment', finished), paRes, language };
  },
  read: readPayment,
};
