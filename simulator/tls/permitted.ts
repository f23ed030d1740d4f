import { BlockList } from 'node:net';
import { banks } from '../banks/all.ts';
import { bankNames, isAddress } from './names.ts';

/** What an authority may certify: everything at or below a name, and the addresses of networks, such as `10.0.0.0/8`. */
export interface Permitted {
  readonly names: readonly string[];
  readonly networks: readonly string[];
}

/** Names and networks that no public server has, and the hosts of every bank, so that another bank needs no new trust. */
const usual: Permitted = {
  // The top-level domains are reserved. Source: RFC 6761, RFC 6762; ICANN's resolution of 2024 for the last one.
  names: ['localhost', 'test', 'example', 'invalid', 'local', 'internal', ...banks.flatMap(bankNames)],
  networks: ['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1/128', 'fc00::/7', 'fe80::/10'],
};

export const permits = ({ names, networks }: Permitted, name: string): boolean =>
  isAddress(name) ? isIn(networks, name) : names.some((parent) => name === parent || name.endsWith(`.${parent}`));

/** What an authority for these names may certify. It keeps what it could certify before. */
export const permittedFor = (names: readonly string[], before: Permitted = usual): Permitted => {
  const missing = names.filter((name) => !permits(before, name));
  const single = missing.filter(isAddress).map((ip) => `${ip}/${familyOf(ip) === 'ipv6' ? 128 : 32}`);
  return {
    names: [...before.names, ...missing.filter((name) => !isAddress(name))],
    networks: [...before.networks, ...single],
  };
};

const isIn = (networks: readonly string[], ip: string): boolean => {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list.check(ip, familyOf(ip));
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (address.includes(':') ? 'ipv6' : 'ipv4');
