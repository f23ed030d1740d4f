import type { StateTarget } from '../../simulator/provider-states/state-target.ts';
import { documentedLogin } from '../../simulator/simulator.ts';
import { type Interaction, interactionsOf } from './interaction.ts';
import { requestFieldsOf } from './request-fields.ts';

type Login = StateTarget['login'];

/** The `errorCode` of a call with a wrong login, in the answer that a pact expects. */
const isRefused = ({ json }: Interaction): boolean =>
  /"errorCode":\s*(?:"5"|5\b)/i.test(JSON.stringify(json['response'] ?? '').replaceAll('\\"', '"'));

/**
 * The login that the requests of a pact hold most often, apart from those that are refused; the shop is a merchant under it.
 * Undefined if there is none, or if the gateway knows it anyway.
 */
export const loginIn = (pact: unknown): Login | undefined => {
  const counts = new Map<string, { readonly login: Login; count: number }>();
  for (const interaction of interactionsOf(pact).filter((one) => !isRefused(one))) {
    const login = loginOf(interaction);
    if (login === undefined) continue;
    const key = JSON.stringify(login);
    counts.set(key, { login, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((one, other) => other.count - one.count);
  const login = most?.login;
  const isKnown = login?.userName === documentedLogin.login && login.password === documentedLogin.password;
  return isKnown ? undefined : login;
};

const loginOf = ({ json }: Interaction): Login | undefined => {
  const fields = requestFieldsOf(json);
  const textOf = (name: string): string | undefined => fields.find((field) => field.name === name)?.value;
  const [userName, password] = [textOf('userName'), textOf('password')];
  return userName === undefined || password === undefined ? undefined : { userName, password };
};
