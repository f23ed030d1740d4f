import { readBasicLogin } from '../../../simulator/http/read/basic-login.ts';
import type { StateTarget } from '../../../simulator/provider-states/state-target.ts';
import { documentedLogin } from '../../../simulator/simulator.ts';
import { type Interaction, interactionsOf } from '../interaction.ts';
import { requestFieldsOf } from '../request-fields.ts';

type Login = StateTarget['login'];

/** The `errorCode` of a call with a wrong login, in the answer that a pact expects. */
const isRefused = ({ json }: Interaction): boolean =>
  /"errorCode":\s*(?:"5"|5\b)/i.test(JSON.stringify(json['response'] ?? '').replaceAll('\\"', '"'));

/**
 * The login that the requests of a pact hold most often, apart from those that are refused; the shop is a merchant under it.
 * Undefined if there is none, or if the gateway knows it anyway.
 */
export const loginIn = (pact: unknown): Login | undefined => {
  const login = fixedLoginIn(pact);
  const isKnown = login?.userName === documentedLogin.login && login.password === documentedLogin.password;
  return isKnown ? undefined : login;
};

/** The same, whatever the gateway knows. */
export const fixedLoginIn = (pact: unknown): Login | undefined => {
  const counts = new Map<string, { readonly login: Login; count: number }>();
  for (const interaction of interactionsOf(pact).filter((one) => !isRefused(one))) {
    const login = loginOf(interaction);
    if (login === undefined) continue;
    const key = JSON.stringify(login);
    counts.set(key, { login, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((one, other) => other.count - one.count);
  return most?.login;
};

const loginOf = ({ json }: Interaction): Login | undefined => {
  const fields = requestFieldsOf(json);
  const textOf = (name: string): string | undefined => fields.find((field) => field.name === name)?.value;
  const [userName, password] = [textOf('userName'), textOf('password')];
  if (userName === undefined || password === undefined) return userName === undefined ? basicLoginOf(json) : undefined;
  return { userName, password };
};

/** The login of an `Authorization: Basic` header that the pact holds as it is sent. */
const basicLoginOf = ({ request }: Interaction['json']): Login | undefined => {
  const { headers = {}, generators } = (request ?? {}) as {
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly generators?: { readonly header?: object };
  };
  const [name, value] = Object.entries(headers).find(([one]) => /^authorization$/i.test(one)) ?? [];
  if (name === undefined || Object.hasOwn(generators?.header ?? {}, name)) return undefined;
  const found = readBasicLogin(String(value));
  return found && { userName: found.login, password: found.password };
};
