import { createHmac, type KeyObject, sign } from 'node:crypto';

export type Fields = readonly (readonly [name: string, value: string])[];

/** Parameters that are not signed. */
const unsigned: ReadonlySet<string> = new Set(['checksum', 'sign_alias']);

/** The fields without checksum and name of the key. */
export const unsignedFields = (fields: Fields): Fields => fields.filter(([name]) => !unsigned.has(name));

/** The text that a checksum is made of: `name;value;` for every parameter, by name. Source: BPC REST documentation, callback notifications. */
export const signedText = (fields: Fields): string =>
  unsignedFields(fields)
    .toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
    .map(([name, value]) => `${name};${value};`)
    .join('');

/** The symmetric checksum: HMAC-SHA256 with the merchant's callback token, upper-case hex. */
export const hmacChecksum = (fields: Fields, token: string): string =>
  createHmac('sha256', token).update(signedText(fields)).digest('hex').toUpperCase();

/** The asymmetric checksum: RSA with SHA-512 and the gateway's own key, upper-case hex. Source: the published vector, which no other digest verifies. */
export const rsaChecksum = (fields: Fields, privateKey: KeyObject): string =>
  sign('sha512', Buffer.from(signedText(fields)), privateKey)
    .toString('hex')
    .toUpperCase();

/** `sign_alias`: the name of the gateway's key, as in the published sample; it says nothing about the digest. */
export const signAlias = 'SHA-256 with RSA';
