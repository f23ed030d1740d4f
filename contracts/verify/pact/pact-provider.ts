import type { Bank } from '../../../simulator/banks/bank.ts';
import { endpointPaths } from '../../../simulator/data/endpoint-names.ts';
import { isOfGateway, meantAddress } from '../../../simulator/http/unknown/meant-address.ts';
import { interactionsOf, sidesOf } from '../interaction.ts';

/** Names of the provider that mean the gateway in any case; shops call it as they like. */
const ownNames = /^(?:gateway|tillbox(?:-[\w-]+)?)$/i;

/** Whether a pact says by the name of its provider that it is about this gateway. */
export const namesGateway = (pact: unknown): boolean => ownNames.test(sidesOf(pact).provider);

/**
 * The path of the first interaction, if the pact is about another provider: none of its paths is one of the gateway, at
 * whatever address. Undefined if one is, or if it has no requests.
 */
export const pathOfStranger = (pact: unknown, basePath: string): string | undefined => {
  const requests = interactionsOf(pact).filter(({ refusal }) => refusal === undefined);
  const paths = requests.map(({ json }) => (json['request'] as { readonly path?: unknown } | undefined)?.path);
  const isStrange = (path: unknown) => typeof path === 'string' && !isKnown(path.replace(/\?.*/s, ''), basePath);
  return paths.every(isStrange) ? (paths[0] as string | undefined) : undefined;
};

const isKnown = (path: string, basePath: string): boolean =>
  path.startsWith(`${basePath}/`) ||
  // The same calls below another path, or misspelt: then the gateway says what was meant.
  (isOfGateway(path, basePath) && meantAddress(path, basePath) !== undefined) ||
  // A few calls are not below the path of the gateway.
  endpointPaths.some((known) => known.startsWith('/') && path.startsWith(known)) ||
  /^\/(?:sandbox|acs)\//.test(path);

/** Warnings about the provider of a pact: it is another one, or the gateway of another bank than this. */
export const providerWarnings = (
  pact: unknown,
  bank: Bank | undefined,
  strangePath: string | undefined,
): readonly string[] => {
  const { consumer, provider } = sidesOf(pact);
  if (strangePath !== undefined)
    return [
      `Warning: it is a pact with ${provider}, and no path of it is one of the gateway.${consumer === 'gateway' ? ' Callbacks to a shop are tried by tillbox verify-shop.' : ''}`,
    ];
  const [, named] = /^tillbox-([\w-]+)$/.exec(provider) ?? [];
  return bank === undefined || named === undefined || named === bank.name
    ? []
    : [`Warning: its provider is ${provider}, and it is verified at ${bank.name}.`];
};
