import { networkAddress } from '../../runtime/network-address.ts';
import type { Visit } from '../page.ts';

/** Start of links for a phone, without a slash at the end; undefined if only this machine reaches the gateway. */
export const phoneOrigin = ({ context }: Pick<Visit, 'context'>): string | undefined => {
  const { publicUrl, host, ownUrl } = context.options;
  if (publicUrl) return publicUrl;
  const address = networkAddress(host ?? '');
  return address && `http://${address}:${new URL(ownUrl()).port}`;
};
