import type { Endpoint } from '../../endpoint.ts';
import { isObject, type RawAnswer } from '../../read-answer.ts';

/** A public key of the gateway. Source: BPC mobile SDK documentation. */
export interface GatewayKey {
  /** PEM. */
  readonly keyValue: string;
  readonly protocolVersion?: string;
  /** Milliseconds since 1970. */
  readonly keyExpiration?: number;
}

const isKey = (value: unknown): value is GatewayKey => isObject(value) && typeof value['keyValue'] === 'string';

/** se/keys.do: the keys that card data is encrypted with. There is no login in this call. */
export const seKeys: Endpoint<object, readonly GatewayKey[]> = {
  path: '../se/keys.do',
  repeat: 'safe',
  isOpen: true,
  fields: () => ({}),
  read: ({ keys }: RawAnswer) => (Array.isArray(keys) && keys.length > 0 && keys.every(isKey) ? keys : undefined),
};
