import type { Context } from '../../context.ts';
import { errorCodes } from '../../data/error-codes.ts';
import { type RefusalReason, Refused } from '../../domain/refused.ts';
import type { RefusalRenderer } from '../../http/call/endpoint.ts';
import type { Schema } from './openapi.ts';

const refusals = (Object.keys(errorCodes) as RefusalReason[]).map((reason) => new Refused(reason));

/** The schema of an endpoint's refusals, derived from its refusal for each reason. */
export const refusalSchema = (render: RefusalRenderer, context: Context): Schema =>
  schemaOfSamples(refusals.map((refusal) => render(refusal, context, 'en')));

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** The common schema of samples. A flag that is always the same is a constant, which tells refusals from answers. */
const schemaOfSamples = (samples: readonly unknown[]): Schema => {
  const [first] = samples;
  const type = typeOf(first);
  if (type === 'boolean') return samples.every((value) => value === first) ? { type, const: first } : { type };
  if (type !== 'object') return { type };
  const objects = samples as readonly Readonly<Record<string, unknown>>[];
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return {
    type,
    properties: Object.fromEntries(
      names.map((name) => [name, schemaOfSamples(objects.flatMap((object) => (name in object ? [object[name]] : [])))]),
    ),
    required: names.filter((name) => objects.every((object) => name in object)),
  };
};
