import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Where callbacks may go. */
export interface CallbackTargets {
  /** Names and addresses, each with a port or for every port; empty: any. */
  readonly hosts: readonly string[];
  /** The ports at which this gateway listens. */
  readonly ownPorts: () => readonly number[];
  /** Finds the addresses of a name; that of the system by default. */
  readonly resolve?: (name: string) => Promise<readonly Target[]>;
}

/** An IP address to connect to. */
export interface Target {
  readonly address: string;
  readonly family: number;
}

/**
 * Resolves the host of a web address, and judges what it stands for: the addresses that a callback may connect to, or the
 * reason why there is none. Rejects if the name cannot be resolved.
 */
export const findTargets = async (
  url: URL,
  { hosts, ownPorts, resolve = resolveName }: CallbackTargets,
): Promise<{ readonly targets: readonly Target[] } | { readonly reason: string }> => {
  const isNamed = hosts.some((host) => [url.hostname, `${url.hostname}:${portOf(url)}`].includes(host.toLowerCase()));
  if (hosts.length > 0 && !isNamed) return { reason: `${url.host} is not among CALLBACK_HOSTS` };
  const resolved = await resolve(url.hostname.replace(/^\[|\]$/g, ''));
  const isOwnPort = ownPorts().includes(portOf(url));
  const isAllowed = (ip: string): boolean => !(isOwnPort && isThisMachine(ip)) && (isNamed || !isIn(reserved, ip));
  const targets = resolved.filter(({ address }) => isAllowed(plainIp(address)));
  if (targets.length > 0) return { targets };
  return {
    reason: resolved.some(({ address }) => isOwnPort && isThisMachine(plainIp(address)))
      ? `${url.host} is this gateway, which does not call itself`
      : `${url.host} is a link-local or metadata address, which only CALLBACK_HOSTS can allow`,
  };
};

const resolveName = (name: string): Promise<readonly Target[]> => lookup(name, { all: true });

const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80));

const listOf = (...subnets: readonly (readonly [network: string, prefix: number])[]): BlockList => {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, isIPv6(network) ? 'ipv6' : 'ipv4');
  return list;
};

/** An IPv4 address is found in its IPv6 form `::ffff:127.0.0.1`, too. */
const isIn = (list: BlockList, ip: string): boolean => list.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');

/** Loopback and unspecified addresses. Source: RFC 1122, 3.2.1.3; RFC 4291, 2.5. */
const loopback = listOf(['0.0.0.0', 8], ['127.0.0.0', 8], ['::', 127]);

/**
 * Link-local addresses, and those at which clouds give a machine its secrets. Source: RFC 3927, RFC 4291, and the
 * documentation of AWS, Google, Scaleway, Alibaba, Azure and Oracle, in this order.
 */
const reserved = listOf(
  ['169.254.0.0', 16],
  ['fe80::', 10],
  ['fd00:ec2::254', 128],
  ['fd20:ce::254', 128],
  ['fd00:42::42', 128],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['192.0.0.192', 32],
);

/** The addresses of the machine are read each time, because it may join another network. */
const isThisMachine = (ip: string): boolean =>
  isIn(loopback, ip) ||
  Object.values(networkInterfaces()).some((all = []) =>
    all.some(({ address }) => isIn(listOf([address, isIPv6(address) ? 128 : 32]), ip)),
  );

/** Without its zone; of an IPv6 address that a translator or a tunnel turns into IPv4, the latter. Source: RFC 6052, RFC 3056. */
const plainIp = (address: string): string => {
  const ip = address.replace(/%.*$/, '');
  if (isIP(ip) !== 6) return ip;
  const { hostname } = new URL(`http://[${ip}]`);
  const [, high, low] = /^\[(?:64:ff9b::|2002:)([\da-f]{1,4}):([\da-f]{1,4})(?:\]|:)/.exec(hostname) ?? [];
  if (high === undefined || low === undefined) return ip;
  const bits = Number.parseInt(high, 16) * 2 ** 16 + Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
};
