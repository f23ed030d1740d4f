import { type core, z } from 'zod';
import { refusalText } from '../data/error-codes.ts';
import { AccessRefused } from '../domain/errors/access-refused.ts';
import { MoveRefused } from '../domain/errors/move-refused.ts';
import { CallbackNotDelivered, CallbackNotSent, OrderUnknown } from '../domain/errors/order-errors.ts';
import { Refused } from '../domain/errors/refused.ts';
import { ScenarioError } from '../domain/errors/scenario-error.ts';
import { ScenarioNotSaved } from '../domain/errors/scenario-not-saved.ts';
import { SecretInPact } from '../domain/errors/secret-in-pact.ts';
import { StateError } from '../domain/errors/state-error.ts';
import { StateNotReached } from '../domain/errors/state-not-reached.ts';
import { StoreUnavailable } from '../domain/errors/store-error.ts';
import { TooManyListeners } from '../domain/errors/too-many-listeners.ts';
import { hideCardData } from '../masking/hide-card-data.ts';
import { ConfigError } from '../options/config-error.ts';
import { nearest } from '../text/nearest.ts';

/** The kinds of problems of the control API. */
const problems = {
  unreadable: { status: 400, title: 'The body cannot be read' },
  'token-wrong': { status: 401, title: 'The token is missing or wrong' },
  forbidden: { status: 403, title: 'The control API is not open to this caller' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'wrong-method': { status: 405, title: 'This address does not take this method' },
  refused: { status: 409, title: 'That cannot be done now' },
  'not-delivered': { status: 409, title: 'The callback was not delivered' },
  misdirected: { status: 421, title: 'The control API does not answer under this name' },
  'too-large': { status: 413, title: 'The body is too large' },
  'wrong-field': { status: 422, title: 'A field is wrong' },
  'too-many': { status: 429, title: 'There are too many of these already' },
  'not-ready': { status: 503, title: 'The gateway is not ready' },
  unavailable: { status: 503, title: 'The store cannot be used at the moment' },
} as const;

/** A problem document. Source: RFC 9457. */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('A name that stays: urn:tillbox:problem:...'),
    title: z.string().describe('The kind of problem.'),
    status: z.int().describe('The HTTP status.'),
    detail: z.string().describe('The mistake in this call, and the expected value.'),
    field: z.string().exactOptional().describe('The wrong field, as a path with dots.'),
    reason: z.string().exactOptional().describe("The gateway's own reason for a refusal."),
  })
  .describe('A problem. Source: RFC 9457.');

/** A call that cannot be served. It may be thrown anywhere; `serve.ts` turns it into a document. */
export class Problem extends Error {
  readonly kind: keyof typeof problems;
  /**
   * `allow`: the methods that the address takes, for the header. `meant`: the address that was probably meant; null if there
   * is none, absent if the address is right.
   */
  readonly facts: {
    readonly field?: string;
    readonly reason?: string;
    readonly allow?: string;
    readonly meant?: string | null;
  };

  constructor(kind: keyof typeof problems, detail: string, facts: Problem['facts'] = {}) {
    super(detail);
    this.name = 'Problem';
    this.kind = kind;
    this.facts = facts;
  }
}

export const problemDocument = ({
  kind,
  message,
  facts: { field, reason },
}: Problem): z.output<typeof problemSchema> => ({
  type: `urn:tillbox:problem:${kind}`,
  ...problems[kind],
  detail: hideCardData(message),
  ...(field !== undefined && { field: hideCardData(field) }),
  ...(reason !== undefined && { reason }),
});

/** The problem behind an error; undefined if the error is a bug. */
export const problemOf = (error: unknown): Problem | undefined => {
  if (error instanceof Problem) return error;
  if (error instanceof AccessRefused) return new Problem(error.kind, error.message);
  if (error instanceof Refused) return problemOfRefusal(error);
  if (error instanceof StoreUnavailable) return new Problem('unavailable', error.message);
  if (error instanceof TooManyListeners) return new Problem('too-many', error.message);
  if (error instanceof OrderUnknown) return new Problem('not-found', error.message, { field: 'orderId' });
  if (error instanceof CallbackNotDelivered) return new Problem('not-delivered', error.message);
  if (error instanceof CallbackNotSent) return new Problem('refused', error.message);
  if (error instanceof SecretInPact) return new Problem('refused', error.message);
  if (error instanceof MoveRefused) return new Problem('refused', error.message);
  if (error instanceof ScenarioNotSaved) return new Problem('refused', error.message, { reason: error.reason });
  if (error instanceof StateNotReached) return new Problem('refused', error.message, { field: 'state' });
  if (error instanceof StateError) return new Problem('wrong-field', error.message, { field: error.field });
  if (error instanceof ConfigError || error instanceof ScenarioError)
    return new Problem('wrong-field', error.message, fieldIn(error.message));
  return undefined;
};

const problemOfRefusal = ({ reason, detail }: Refused): Problem =>
  new Problem(reason === 'order-not-found' ? 'not-found' : 'refused', refusalText(reason, 'en', detail), { reason });

/** `callbacks.checksum=hmac of shop: expected ...` and `scenario own: attempts[0].decline: expected ...` name a field. */
const fieldIn = (message: string): { readonly field?: string } => {
  const [, field] = /^(?:scenario [\w-]+: )?([\w.[\]]+)(?==| of |: )/.exec(message) ?? [];
  return field === undefined ? {} : { field };
};

/** The first issue of a schema about a value as a problem. `knownAt`: the names of the fields at a path. */
export const problemOfIssues = (
  [issue]: readonly core.$ZodIssue[],
  {
    knownAt = () => [],
    value,
  }: { readonly knownAt?: (path: readonly PropertyKey[]) => readonly string[]; readonly value?: unknown } = {},
): Problem => {
  if (!issue) return new Problem('wrong-field', 'the value is wrong');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const meant = nearest(key, knownAt(issue.path));
    return new Problem('wrong-field', `there is no such field${meant ? `; did you mean ${meant}?` : ''}`, {
      field: pathText([...issue.path, key]),
    });
  }
  return new Problem('wrong-field', `${issue.message}${questionAbout(issue, value)}`, {
    field: pathText(issue.path) || 'body',
  });
};

/** Asks whether the nearest of the allowed words was meant. */
const questionAbout = (issue: core.$ZodIssue, value: unknown): string => {
  if (issue.code !== 'invalid_value') return '';
  const sent = issue.path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<PropertyKey, unknown>>)?.[step],
    value,
  );
  const words = issue.values.filter((word) => typeof word === 'string');
  const meant = typeof sent === 'string' ? nearest(sent, words) : undefined;
  return meant === undefined ? '' : `; did you mean ${meant}?`;
};

const pathText = (path: readonly PropertyKey[]): string => path.map(String).join('.');
