import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type SentContent, sendCallback, usualPatienceMs } from '../../simulator/callbacks/deliver/send-callback.ts';
import { type GatewayKeys, readGatewayKeys } from '../../simulator/callbacks/keys/gateway-keys.ts';
import { signBy } from '../../simulator/callbacks/write/sign-by.ts';
import type { Fields } from '../../simulator/callbacks/write/sign-callback.ts';
import type { CallbackChecksum } from '../../simulator/domain/callback.ts';

/** How the shop checks callbacks; `none`: by asking for the status alone. */
export type Proof = CallbackChecksum;

/** A shop's address for callbacks, as the merchant has given it to the gateway. */
export interface CallbackAddress {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly proof: Proof;
  readonly token: string | undefined;
}

/** A callback with its proof: fields for a form, or a JSON Web Token as the body. */
export type SignedCallback = Pick<SentContent, 'fields' | 'body'>;

/** The answer of a shop: its HTTP status, or why there is none. */
export interface ShopAnswer {
  readonly httpStatus?: number;
  readonly error?: string;
  /** The beginning of its body. */
  readonly text: string;
  readonly tookMs: number;
}

/** The fields without their proof. */
export const unsigned = (fields: Fields): Fields =>
  fields.filter(([name]) => name !== 'checksum' && name !== 'sign_alias');

/** Signs as the gateway does, with its own code; now, with its own keys by default. */
export const signAs = (
  { proof, token }: CallbackAddress,
  fields: Fields,
  { keys = readGatewayKeys, nowMs = Date.now() } = {},
): SignedCallback => signBy({ checksum: proof, token, keys, issuer: 'tillbox', nowMs }, unsigned(fields));

/** Signs with a key that is not the gateway's. */
export const signWithOtherKey = (address: CallbackAddress, fields: Fields): SignedCallback =>
  signAs({ ...address, token: randomBytes(24).toString('base64') }, fields, { keys: otherKeys });

const otherKeys = (): GatewayKeys => ({
  privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  publicKey: '',
  certificate: '',
});

/** The request as the gateway writes it. */
export const contentFor = ({ url, method }: CallbackAddress, callback: SignedCallback): SentContent => ({
  url,
  method: callback.body === undefined ? method : 'POST',
  ...callback,
});

/** Sends a callback once, by the gateway's own sender. */
export const sendToShop = async (content: SentContent): Promise<ShopAnswer> => {
  let text = '';
  const begun = performance.now();
  const { attempt } = await sendCallback(content, Date.now(), {
    targets: { hosts: [new URL(content.url).hostname], ownPorts: () => [] },
    mark: () => 'by hand',
    patienceMs: usualPatienceMs,
    onAnswer: (answer) => {
      text = answer;
    },
  });
  const { httpStatus, error } = attempt;
  const tookMs = Math.round(performance.now() - begun);
  return { ...(httpStatus !== undefined && { httpStatus }), ...(error !== undefined && { error }), text, tookMs };
};
