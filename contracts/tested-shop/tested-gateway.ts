import { SandboxClient, type SandboxMerchant, SandboxProblem } from '../../client/index.ts';
import { type SimulatorOptions, startSimulator } from '../../simulator/simulator.ts';
import { CannotTry } from '../report/cannot-try.ts';

/** The gateway of the shop under test. */
export interface TestedGateway {
  /** Without a slash at the end; the control API is below `/sandbox`. */
  readonly url: string;
  readonly sandbox: SandboxClient;
  /** A merchant of its own for each run of the shop's command, so that several run side by side. */
  readonly makeMerchant: () => Promise<SandboxMerchant>;
  /** The environment of a shop's command that plays this merchant. */
  readonly environmentOf: (merchant: SandboxMerchant) => Readonly<Record<string, string>>;
  /** Ends a gateway that was started for this; of another one, the merchants made here are deleted. */
  readonly stop: () => Promise<void>;
}

/** Which gateway a shop's command talks to. */
export interface GatewayChoice {
  /** A running tillbox, or its control API; without it, one is started in this process. */
  readonly sandbox?: string | undefined;
  /** Its control token. */
  readonly token?: string | undefined;
  /** The port of the one that is started; a free one by default. */
  readonly port?: number | undefined;
  /** Its other settings. */
  readonly options: SimulatorOptions;
}

/** Starts a gateway in this process, or takes the one elsewhere. @throws CannotTry if there is none */
export const openTestedGateway = async ({ sandbox, token, port, options }: GatewayChoice): Promise<TestedGateway> => {
  if (sandbox !== undefined) return gatewayElsewhere(sandbox.replace(/\/+$/, ''), token);
  const simulator = await startSimulator({ ...options, port: port ?? 0, logLevel: 'error' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error;
      throw new CannotTry(`--port ${port}: no gateway can be started there (${error.code})`);
    },
  );
  const url = simulator.controlUrl.replace(/\/sandbox$/, '');
  return gatewayAt(url, options.controlToken || undefined, simulator.stop);
};

const gatewayElsewhere = async (url: string, token: string | undefined): Promise<TestedGateway> => {
  const made: string[] = [];
  const gateway = gatewayAt(url, token, async () => {
    for (const login of made) await gateway.sandbox.deleteMerchant(login).catch(unlessGone);
  });
  await gateway.sandbox.ready();
  const makeMerchant = async (): Promise<SandboxMerchant> => {
    const merchant = await gateway.makeMerchant();
    made.push(merchant.login);
    return merchant;
  };
  return { ...gateway, makeMerchant };
};

const unlessGone = (error: unknown): void => {
  if (!(error instanceof SandboxProblem && error.status === 404)) throw error;
};

const gatewayAt = (url: string, token: string | undefined, stop: () => Promise<void>): TestedGateway => {
  const sandbox = new SandboxClient({ url, ...(token && { token }) });
  return {
    url,
    sandbox,
    makeMerchant: () => sandbox.makeMerchant(),
    environmentOf: ({ login, password, restUrl }) => ({
      TILLBOX_URL: url,
      TILLBOX_REST_URL: restUrl,
      TILLBOX_LOGIN: login,
      TILLBOX_PASSWORD: password,
      ...(token && { TILLBOX_TOKEN: token }),
    }),
    stop,
  };
};
