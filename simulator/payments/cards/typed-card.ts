import { constants, privateDecrypt } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { TypedCard } from '../../domain/card.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { readCard, type TypedFields, type Unasked } from './check-card.ts';

/** The card of a call: in fields, or encrypted with the gateway's key. */
export interface SentCard {
  readonly fields: TypedFields;
  /** base64(RSA/PKCS1(`time/uuid/PAN/CVV/YYYYMM/mdOrder[/bindingId]`)). Source: BPC REST documentation, seToken. */
  readonly seToken?: string | undefined;
  /** The order for which an encrypted card must be meant. */
  readonly orderId?: string;
  readonly unasked?: readonly Unasked[];
}

/** @throws Refused for the first wrong field, or if the card cannot be decrypted. */
export const readTypedCard = (context: Context, { fields, seToken, orderId, unasked = [] }: SentCard): TypedCard => {
  const opened = seToken === undefined ? undefined : openSeToken(context, seToken, orderId);
  return readCard(opened ? { ...opened, holder: fields.holder } : fields, context.clock.now(), unasked);
};

/** The parts of an encrypted card; some are empty for a stored card. @throws Refused if it cannot be read. */
export const openSeToken = (
  context: Context,
  seToken: string,
  orderId?: string,
): Omit<TypedFields, 'holder'> & { readonly bindingId?: string } => {
  const [time = '', uuid = '', pan = '', cvc = '', expiry = '', meantFor = '', bindingId] = decrypt(
    context,
    seToken,
  ).split('/');
  const isWellFormed = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:?\d\d)$/.test(time) && /^[0-9a-f-]{36}$/i.test(uuid);
  const isForOtherOrder = orderId !== undefined && meantFor !== '' && meantFor !== orderId;
  if (!isWellFormed || isForOtherOrder) throw new Refused('card-unreadable');
  return { pan, cvc, expiry: withTwoDigits(expiry), ...(bindingId !== undefined && { bindingId }) };
};

/** The vendor's mobile SDK writes July 2034 as `20347`. Source: public clients. */
const withTwoDigits = (expiry: string): string =>
  /^20\d{2}[1-9]$/.test(expiry) ? `${expiry.slice(0, 4)}0${expiry.slice(4)}` : expiry;

const decrypt = ({ keys }: Context, seToken: string): string => {
  const key = { key: keys().privateKey, padding: constants.RSA_PKCS1_PADDING };
  try {
    return privateDecrypt(key, Buffer.from(seToken, 'base64')).toString();
  } catch {
    throw new Refused('card-unreadable');
  }
};
