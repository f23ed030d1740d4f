import { providerStates } from '../../simulator/provider-states/all.ts';
import { nearest } from '../../simulator/text/nearest.ts';
import type { PlannedTrial } from './plan.ts';

/**
 * Values that the request asks of its states and that none of them gives: Pact's core sends the example of the pact in their
 * place, so that a failure seems to be one of the gateway.
 */
export const missingValues = ({
  interaction: { json },
  states,
}: PlannedTrial): readonly { readonly path: string; readonly says: string }[] => {
  const given = states.flatMap(({ name, params = {} }) => [
    ...(providerStates[name]?.gives ?? []),
    ...Object.keys(params),
  ]);
  const missing = namesIn((json['request'] as { readonly generators?: unknown } | undefined)?.generators);
  return [...new Set(missing)]
    .filter((name) => !given.includes(name))
    .map((name) => {
      const meant = nearest(name, given);
      return {
        path: 'request',
        says: `no state gives ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
      };
    });
};

/** The names in `{ "type": "ProviderState", "expression": "${orderId}" }`, or without the sign around them. */
const namesIn = (generators: unknown): readonly string[] => {
  if (typeof generators !== 'object' || generators === null) return [];
  const { type, expression } = generators as { readonly type?: unknown; readonly expression?: unknown };
  if (type !== 'ProviderState' || typeof expression !== 'string') return Object.values(generators).flatMap(namesIn);
  const marked = [...expression.matchAll(/\$\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  return marked.length > 0 || !/^\w+$/.test(expression) ? marked : [expression];
};
