import { fields } from '../../../options/check.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
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
export const seKeys: KnownEndpoint<object, readonly GatewayKey[]> = {
  path: '../se/keys.do',
  repeat: 'safe',
  isOpen: true,
  input: fields<object>(parameters)({}),
  fields: () => ({}),
  read: ({ keys }: RawAnswer) => (Array.isArray(keys) && keys.length > 0 && keys.every(isKey) ? keys : undefined),
};
