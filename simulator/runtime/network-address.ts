import { existsSync } from 'node:fs';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** The addresses of this machine by the name of their network. */
export type Networks = Readonly<
  Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>
>;

/** Files that are there in containers of Docker and Podman. */
const containerMarks = ['/.dockerenv', '/run/.containerenv'];

/**
 * The IPv4 address at which other devices reach a server that listens on every address; undefined if it does not, or has
 * none. The address of a container is of no use to them.
 */
export const networkAddress = (host: string, networks = ownNetworks()): string | undefined => {
  if (host !== '0.0.0.0' && host !== '::') return undefined;
  return Object.values(networks)
    .flatMap((addresses = []) => addresses)
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
};

const ownNetworks = (): Networks => (containerMarks.some((file) => existsSync(file)) ? {} : networkInterfaces());
