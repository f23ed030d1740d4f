import type { Fields, Json, TestSimulator } from '../simulator/simulator.ts';

export interface Card {
  readonly pan: string;
  /** MM/YY. */
  readonly expiry: string;
  readonly cvc: string;
}

/** The fields in which a card is sent. */
export const cardFields = ({ pan, expiry, cvc }: Card): Fields => ({
  $PAN: pan,
  $EXPIRY: `20${expiry.slice(3)}${expiry.slice(0, 2)}`,
  $CVC: cvc,
  TEXT: 'AIDA BEK',
});

/** Sends a card as the page's own script does, both calls of 3-D Secure 2 where the first asks for a second. */
export const payForm = (
  { callBare }: Pick<TestSimulator, 'callBare'>,
  orderId: string,
  card: Card,
  fields: Fields = {},
): Promise<Json> =>
  inTwoCalls((more) => callBare('processform.do', { MDORDER: orderId, ...cardFields(card), ...fields, ...more }));

/** Makes a payment call, and once more with the id of the authentication where the first answer names one. */
export const inTwoCalls = async (call: (more: Fields) => Promise<Json>): Promise<Json> => {
  const first = await call({});
  const { threeDSServerTransId } = first;
  return threeDSServerTransId === undefined ? first : call({ threeDSServerTransId });
};
