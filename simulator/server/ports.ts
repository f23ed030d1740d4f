import type { RequestListener, Server } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import type { SettingValues } from '../config.ts';
import type { ControlAccess } from '../context.ts';
import { given } from '../options/check-options.ts';
import type { CloseServer } from './close-server.ts';
import { type ConnectionLimits, createLimitedServer, defaultLimits, type ServerCertificate } from './connections.ts';

/** The ports of a simulator: one for everything, another for HTTPS if it is on, and a third for the control API alone. */
export interface Ports {
  /** Address of the gateway, such as `http://127.0.0.1:8080`; empty until it is open. */
  url(): string;
  /** Address of the gateway over HTTPS; undefined if it is off or not open yet. */
  tlsUrl(): string | undefined;
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

/** The port of HTTPS. */
export interface TlsPort {
  readonly port: number;
  readonly certificate: ServerCertificate;
  /** Takes the code of the error of a client that ended its connection before its first request. */
  readonly onRefusal: (code: string) => void;
}

interface PortOptions {
  readonly limits?: Partial<ConnectionLimits> | undefined;
  /** Absent: there is no HTTPS. */
  readonly tls?: TlsPort | undefined;
  /** Takes the reason why a request could not be read. */
  readonly onUnreadable?: (reason: string) => void;
}

export const createPorts = (
  { port, host, controlPort, controlToken }: Pick<SettingValues, 'port' | 'host' | 'controlPort' | 'controlToken'>,
  { limits = {}, tls, onUnreadable }: PortOptions = {},
): Ports => {
  const closers: CloseServer[] = [];
  let main: Address | undefined;
  let secure: Address | undefined;
  let control: Address | undefined;
  let isClosing = false;

  const isPrivate = isPrivateHost(host);
  const controlHost = isPrivate || controlToken !== undefined ? host : '127.0.0.1';

  const openAt = (wanted: number, at: string, answer: RequestListener, own?: TlsPort): Promise<Address> => {
    const all = { ...defaultLimits, ...given(limits) };
    const { server, close } = createLimitedServer(answer, all, { certificate: own?.certificate, onUnreadable });
    closers.push(close);
    if (own) server.on('tlsClientError', ({ code = '' }: NodeJS.ErrnoException) => own.onRefusal(code));
    return listen(server, wanted, at, own ? 'https' : 'http');
  };

  const openAll = async (answer: RequestListener): Promise<void> => {
    main = await openAt(port, host, answer);
    if (tls) secure = await openAt(tls.port, host, answer, tls);
    if (controlPort !== undefined) control = await openAt(controlPort, controlHost, answer);
  };

  const closeAll: CloseServer = async (graceMs) => {
    isClosing = true;
    await Promise.all(closers.map((close) => close(graceMs)));
  };

  return {
    url: () => main?.url ?? '',
    tlsUrl: () => secure?.url,
    controlUrl: () => (control ?? main)?.url ?? '',
    control: {
      isPrivate,
      ...(controlToken !== undefined && { token: controlToken }),
      ...(controlPort !== undefined && { port: () => control?.port ?? controlPort }),
    },
    own: () => [main, secure, control].flatMap((address) => address?.port ?? []),
    isClosing: () => isClosing,
    open: (answer) =>
      openAll(answer).catch(async (error: unknown) => {
        await closeAll(0);
        throw error;
      }),
    close: closeAll,
  };
};

interface Address {
  readonly url: string;
  readonly port: number;
}

const listen = (server: Server, wanted: number, host: string, scheme: 'http' | 'https'): Promise<Address> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, host, () => {
      server.off('error', reject);
      const { address, port, family } = server.address() as AddressInfo;
      const isAny = address === '0.0.0.0' || address === '::';
      const name = isAny ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
      resolve({ url: `${scheme}://${name}:${port}`, port });
    });
  });

/** Whether a port can be opened at this moment. */
export const isFreePort = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
