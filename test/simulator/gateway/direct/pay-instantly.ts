import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { challengeCard, plainCard } from '../../../helpers/payments/pay.ts';
import { sentCard } from '../../../helpers/payments/sent-card.ts';
import type { Fields, Json, TestSimulator } from '../../../helpers/simulator/simulator.ts';

/** An order that is fine, without a card. */
export const order: Fields = { amount: '1500000', returnUrl: 'https://shop.example/return', language: 'en' };
export const plain = sentCard(plainCard);
export const challenged = sentCard(challengeCard);
export const declined = sentCard({ ...plainCard, pan: cardForActionCode(116) });
export const client: Fields = { clientId: 'aida' };

export const payInstantly = (simulator: TestSimulator, fields: Fields): Promise<Json> =>
  simulator.call('instantPayment.do', { ...order, ...fields });

/** The second call: everything of the first, and what it answered. */
export const goOn = (simulator: TestSimulator, fields: Fields, first: Json): Promise<Json> => {
  const { threeDSServerTransId, orderId: threeDSVer2MdOrder } = first;
  return payInstantly(simulator, { ...fields, threeDSServerTransId, threeDSVer2MdOrder });
};
