import { networkInterfaces } from 'node:os';
import { isFreePort } from '../server/ports.ts';
import { nameOccupant } from './port-occupant.ts';
import { startCommand } from './read-config.ts';

/** A port that could not be opened. */
export interface WantedPort {
  readonly variable: 'PORT' | 'SHOP_PORT' | 'CONTROL_PORT' | 'TLS_PORT';
  readonly port: number;
  readonly host: string;
  /** The command that starts tillbox. */
  readonly command?: string;
  /** How long the program at the port may take to answer, in milliseconds of the machine. */
  readonly patienceMs?: number;
}

/** The message for an error of `listen`: the mistake, and a command without it. Undefined for other errors. */
export const listenMistake = async (error: Error, wanted: WantedPort): Promise<string | undefined> => {
  const { variable, port, host, command = startCommand(), patienceMs = 5_000 } = wanted;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    const occupant = await nameOccupant(host, port, patienceMs);
    const free = await freePort(host, port + 1);
    const advice = `${variable}=${free} ${command} takes another port, ${variable}=0 any free one`;
    return `${variable}=${port}: expected a free port, but ${occupant} listens there; ${advice}`;
  }
  if (code === 'EACCES') {
    const free = await freePort(host, usualPorts[variable]);
    return `${variable}=${port}: expected a port that this user may open; ${variable}=${free} ${command} takes another port`;
  }
  if (!Object.hasOwn(wrongHosts, code)) return undefined;
  return `HOST=${host}: expected an address of this machine, ${wrongHosts[code]?.()}; HOST=127.0.0.1 ${command} serves this machine only`;
};

const usualPorts = { PORT: 8080, SHOP_PORT: 3000, CONTROL_PORT: 8081, TLS_PORT: 8443 } as const;

const noAddress = (): string => `such as ${ownAddresses().join(', ')}`;

const noName = (): string => 'but the name leads to none';

/** What is wrong with a host, by the code of the error. */
const wrongHosts: Readonly<Record<string, () => string>> = {
  EADDRNOTAVAIL: noAddress,
  EAFNOSUPPORT: noAddress,
  EINVAL: noAddress,
  ENOTFOUND: noName,
  EAI_AGAIN: noName,
};

/** How many addresses a message names. */
const mostAddresses = 4;

const ownAddresses = (): readonly string[] => {
  const others = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses);
  const outside = others.filter(({ family, internal }) => family === 'IPv4' && !internal);
  return ['127.0.0.1', ...outside.map(({ address }) => address)].slice(0, mostAddresses);
};

/** How many ports are tried before any is taken. */
const mostTries = 20;

/** The first free port from this one on; 0, any free one, if there is none near. */
const freePort = async (host: string, from: number): Promise<number> => {
  for (let port = from; port < from + mostTries && port < 65_536; port++) if (await isFreePort(host, port)) return port;
  return 0;
};
