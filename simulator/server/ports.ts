import type { RequestListener, Server } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import type { SettingValues } from '../config.ts';
import type { ControlAccess } from '../context.ts';
import { given } from '../domain/check-options.ts';
import type { CloseServer } from './close-server.ts';
import { type ConnectionLimits, createLimitedServer, defaultLimits } from './connections.ts';

/** The ports of a simulator: one for everything, or a second one for the control API. */
export interface Ports {
  /** Address of the gateway, such as `http://127.0.0.1:8080`; empty until it is open. */
  url(): string;
  /** Address of the control API's own port, or of the gateway. */
  controlUrl(): string;
  readonly control: ControlAccess;
  /** The ports that are open. */
  own(): readonly number[];
  isClosing(): boolean;
  open(answer: RequestListener): Promise<void>;
  close: CloseServer;
}

/** Whether only programs on this machine reach a port of this address. */
export const isPrivateHost = (host: string): boolean => /^(127(\.\d+){3}|::1|localhost)$/.test(host);

export const createPorts = (
  { port, host, controlPort, controlToken }: Pick<SettingValues, 'port' | 'host' | 'controlPort' | 'controlToken'>,
  limits: Partial<ConnectionLimits> = {},
): Ports => {
  const closers: CloseServer[] = [];
  let main: Address | undefined;
  let control: Address | undefined;
  let isClosing = false;

  const isPrivate = isPrivateHost(host);
  const controlHost = isPrivate || controlToken !== undefined ? host : '127.0.0.1';

  const openAt = (wanted: number, at: string, answer: RequestListener): Promise<Address> => {
    const { server, close } = createLimitedServer(answer, { ...defaultLimits, ...given(limits) });
    closers.push(close);
    return listen(server, wanted, at);
  };

  return {
    url: () => main?.url ?? '',
    controlUrl: () => (control ?? main)?.url ?? '',
    control: {
      isPrivate,
      ...(controlToken !== undefined && { token: controlToken }),
      ...(controlPort !== undefined && { port: () => control?.port ?? controlPort }),
    },
    own: () => [main, control].flatMap((address) => address?.port ?? []),
    isClosing: () => isClosing,
    open: async (answer) => {
      main = await openAt(port, host, answer);
      if (controlPort !== undefined) control = await openAt(controlPort, controlHost, answer);
    },
    close: async (graceMs) => {
      isClosing = true;
      await Promise.all(closers.map((close) => close(graceMs)));
    },
  };
};

interface Address {
  readonly url: string;
  readonly port: number;
}

const listen = (server: Server, wanted: number, host: string): Promise<Address> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, host, () => {
      server.off('error', reject);
      const { address, port, family } = server.address() as AddressInfo;
      const isAny = address === '0.0.0.0' || address === '::';
      resolve({ url: `http://${isAny ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address}:${port}`, port });
    });
  });

/** Whether a port can be opened at this moment. */
export const isFreePort = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
