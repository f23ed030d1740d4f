import { nearest } from '../../../simulator/text/nearest.ts';
import { BrokerError } from './broker-error.ts';

/** Which pacts of the consumers are meant. Source: Pact Broker, consumer version selectors. */
export interface ConsumerVersionSelector {
  readonly consumer?: string;
  readonly branch?: string;
  readonly fallbackBranch?: string;
  readonly mainBranch?: true;
  readonly matchingBranch?: true;
  readonly deployed?: true;
  readonly released?: true;
  readonly deployedOrReleased?: true;
  readonly environment?: string;
  readonly tag?: string;
  readonly fallbackTag?: string;
  readonly latest?: boolean;
}

const kinds = {
  consumer: 'text',
  branch: 'text',
  fallbackBranch: 'text',
  mainBranch: 'true',
  matchingBranch: 'true',
  deployed: 'true',
  released: 'true',
  deployedOrReleased: 'true',
  environment: 'text',
  tag: 'text',
  fallbackTag: 'text',
  latest: 'true or false',
} as const satisfies Record<keyof ConsumerVersionSelector, string>;

type Kind = (typeof kinds)[keyof typeof kinds];

const isOfKind: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.trim() !== '',
  true: (value) => value === true,
  'true or false': (value) => typeof value === 'boolean',
};

/**
 * The selectors of `--consumer-version-selectors`, which may be given several times: each is an object or a list of them, in
 * JSON. The broker checks how the fields go together. @throws BrokerError, which names the field
 */
export const parseSelectors = (texts: readonly string[]): readonly ConsumerVersionSelector[] =>
  texts.flatMap((text) => {
    const given = parsed(text);
    return (Array.isArray(given) ? given : [given]).map(selectorOf);
  });

const option = '--consumer-version-selectors';
const example = 'such as {"mainBranch":true}';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokerError(`${option}: expected JSON ${example}, but it is ${text}`);
  }
};

const selectorOf = (given: unknown): ConsumerVersionSelector => {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new BrokerError(`${option}: expected an object ${example}, but it is ${JSON.stringify(given)}`);
  for (const [field, value] of Object.entries(given)) {
    if (!isField(field)) throw new BrokerError(`${option}: ${unknownField(field)}`);
    if (!isOfKind[kinds[field]](value))
      throw new BrokerError(`${option}: ${field} is ${JSON.stringify(value)}, but has to be ${kinds[field]}`);
  }
  if (Object.keys(given).length === 0) throw new BrokerError(`${option}: expected an object ${example}, but it is {}`);
  return given;
};

const isField = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name);

const unknownField = (name: string): string => {
  const fields = Object.keys(kinds);
  const meant = fields.find((field) => plain(field) === plain(name)) ?? nearest(name, fields);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return `no field is called ${name}${hint} There are: ${fields.join(', ')}`;
};

/** `main_branch` and `--mainbranch` are written like `mainBranch`. */
const plain = (name: string): string => name.replaceAll(/[^a-z]/gi, '').toLowerCase();
