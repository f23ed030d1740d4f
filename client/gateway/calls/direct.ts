import type { CallOptions } from '../call-gateway.ts';
import type { MakeMethod } from '../call-method.ts';
import { continue3ds } from '../endpoints/direct/continue-3ds.ts';
import { finish3dsPayment } from '../endpoints/direct/finish-3ds-payment.ts';
import { finish3dsVer2Payment } from '../endpoints/direct/finish-3ds-ver2-payment.ts';
import { instantPayment } from '../endpoints/direct/instant-payment.ts';
import { motoPayment } from '../endpoints/direct/moto-payment.ts';
import { paymentorder } from '../endpoints/direct/paymentorder.ts';
import { seKeys } from '../endpoints/direct/se-keys.ts';
import { verifyCard } from '../endpoints/direct/verify-card.ts';
import { verifyEnrollment } from '../endpoints/direct/verify-enrollment.ts';
import { instantRefund } from '../endpoints/money/instant-refund.ts';

export type DirectCalls = ReturnType<typeof directCalls>;

/** `client.direct`: for shops that may take card numbers themselves. A declined card is an answer: ask the status. */
export const directCalls = (method: MakeMethod) => {
  const askKeys = method(seKeys);
  return {
    /** paymentorder.do: pays a registered order; `paymentStep` reads how it goes on. */
    payOrder: method(paymentorder),
    /** 3ds/continue.do: the second call of 3-D Secure 2, without the card. */
    continue3ds: method(continue3ds),
    /** finish3dsPayment.do: the customer came back from the issuer, 3-D Secure 1. */
    finish3ds: method(finish3dsPayment),
    /** finish3dsVer2Payment.do: the customer came back from the issuer, 3-D Secure 2. */
    finish3dsVer2: method(finish3dsVer2Payment),
    /** instantPayment.do: registers and pays in one call; `instantPaymentState` reads how it stands. */
    instantPayment: method(instantPayment),
    /** motoPayment.do: a card received by mail or telephone, never with 3-D Secure. */
    motoPayment: method(motoPayment),
    /** verifyCard.do: checks a card without charging it. */
    verifyCard: method(verifyCard),
    /** instantRefund.do: sends money to a card, without a payment before it. */
    instantRefund: method(instantRefund),
    /** verifyEnrollment.do: whether a card takes part in 3-D Secure. */
    verifyEnrollment: method(verifyEnrollment),
    /** se/keys.do: the keys that a page encrypts card data with. */
    publicKeys: (options?: CallOptions) => askKeys({}, options),
  };
};
