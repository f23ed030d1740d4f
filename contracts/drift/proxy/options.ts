import type { Bank } from '../../../simulator/banks/bank.ts';
import { CannotTry } from '../../report/cannot-try.ts';
import { allInFolders } from '../../report/in-folder.ts';
import { gatewayAddress } from '../../verify/elsewhere/gateway-address.ts';
import { bankIn, type Environment } from '../../verify/options.ts';
import type { DifferenceKind } from '../compare/difference.ts';
import { failingKinds, refuseOtherHosts } from '../options.ts';

/** The options of the command line, as they are written there. */
export interface GivenProxyOptions {
  readonly to?: string;
  readonly port?: string;
  readonly bank?: string;
  readonly allowHost?: readonly string[];
  readonly errors?: boolean;
  readonly failOn?: string;
  readonly har?: string;
  readonly json?: string;
  readonly junit?: string;
}

export interface ProxyRequest {
  readonly bank: Bank;
  readonly origin: string;
  /** The path of the gateway there, without a slash at the end. */
  readonly basePath: string;
  readonly port: number;
  readonly failsOn: ReadonlySet<DifferenceKind>;
}

/** @throws CannotTry that names the wrong option */
export const readProxyOptions = async (given: GivenProxyOptions, environment: Environment): Promise<ProxyRequest> => {
  const { to, port = '8082', failOn = 'changed', allowHost = [] } = given;
  allInFolders({ '--har': given.har, '--json': given.json, '--junit': given.junit });
  const bank = await bankIn(given, environment);
  const { test } = bank.hosts;
  if (to === undefined)
    throw new CannotTry(
      `--to is needed: the address of a test host${test === undefined ? '' : `; that of ${bank.name} is https://${test}`}`,
    );
  const url = gatewayAddress('--to', to, bank.basePath);
  refuseOtherHosts('--to', url, bank, allowHost);
  const number = Number(port);
  if (!/^\d{1,5}$/.test(port) || number > 65_535)
    throw new CannotTry(`--port ${port}: expected a port from 0 to 65535`);
  return {
    bank,
    origin: url.origin,
    basePath: url.pathname.replace(/\/$/, ''),
    port: number,
    failsOn: failingKinds(failOn),
  };
};
