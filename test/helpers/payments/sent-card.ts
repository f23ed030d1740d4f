import { constants, publicEncrypt } from 'node:crypto';
import type { TestSimulator } from '../simulator/simulator.ts';
import type { Card } from './pay-form.ts';

export { storedCard } from './stored-card.ts';

/** The fields in which a call that makes its own order sends a card. */
export const sentCard = ({ pan, expiry, cvc }: Card) => ({
  pan,
  expiry: `20${expiry.slice(3)}${expiry.slice(0, 2)}`,
  cvc,
  cardholderName: 'AIDA BEK',
});

/** Card data as a shop's page encrypts it: `{time}/{uuid}/PAN/CVV/EXPDATE/mdOrder/bindingId`, of which the last may be absent. */
export const seTokenOf = async ({ callBare }: TestSimulator, ...parts: readonly string[]): Promise<string> => {
  const { keys } = await callBare('../se/keys.do');
  const key = { key: keys[0].keyValue, padding: constants.RSA_PKCS1_PADDING };
  const text = ['2026-01-01T08:00:00+05:00', '01491d0b-c848-7dd6-a20d-e96900a7d8c0', ...parts].join('/');
  return publicEncrypt(key, Buffer.from(text)).toString('base64');
};
