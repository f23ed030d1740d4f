import { BrokerError } from './broker-error.ts';
import type { Credentials } from './credentials.ts';

/** The error for an answer of a broker that is no success. */
export const refusalOf = (place: string, answered: Response, text: string, credentials: Credentials): BrokerError => {
  const { status, headers } = answered;
  const advice = adviceFor(status, headers, credentials) ?? credentials.hide(reasonIn(text));
  return new BrokerError(`${place}: answered ${status}${advice === '' ? '' : `, ${advice}`}`, status);
};

const adviceFor = (status: number, headers: Headers, { called, hide }: Credentials): string | undefined => {
  if (status === 401)
    return called === undefined
      ? 'the broker wants a token, or a user name and a password'
      : `the broker does not accept the ${called}`;
  if (status === 403 && called !== undefined) return `the ${called} may not do this`;
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== null)
    return `the broker is at ${hide(location.replace(/\/\/[^/@]*@/, '//'))}: give this address`;
  return undefined;
};

/** What the broker says, in one line. It has `errors` by field, `error.message` or `notices`. */
const reasonIn = (text: string): string => {
  try {
    const { errors, error, message } = JSON.parse(text) as Record<string, unknown>;
    const said = textsIn(errors ?? (error as { message?: unknown } | undefined)?.message ?? error ?? message);
    return said.join('; ').replaceAll(/\s+/g, ' ').slice(0, 1_000);
  } catch {
    return '';
  }
};

const textsIn = (value: unknown, field = ''): readonly string[] => {
  if (typeof value === 'string') return [field === '' ? value : `${field}: ${value}`];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, field === '' ? name : `${field}.${name}`));
};
