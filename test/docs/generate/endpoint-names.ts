import { cardPageWays, pageCalls } from '../../../simulator/card-page/routes.ts';
import type { EndpointFacts } from '../../../simulator/data/endpoint-facts.ts';
import { gatewayEndpoints } from '../../../simulator/gateway/endpoints.ts';
import { isOfMerchant } from '../../../simulator/http/call/endpoint.ts';
import { endpointName } from '../../../simulator/scenario-engine/definition/endpoint-name.ts';

const namesOf = (endpoints: readonly EndpointFacts[]): readonly string[] =>
  [...new Set(endpoints.filter(({ imitated }) => imitated !== 'no').map(({ path }) => endpointName(path)))].sort();

const pathsOf = (endpoints: readonly Pick<EndpointFacts, 'path'>[]): readonly string[] =>
  [...new Set(endpoints.map(({ path }) => path))].sort();

/** The meanings of endpoints by their names in scenario files; of several paths with one name, the first. */
const meaningsOf = (endpoints: readonly EndpointFacts[]): string =>
  namesOf(endpoints)
    .map((name) => {
      const { meaning = '' } =
        endpoints.find(({ path, imitated }) => imitated !== 'no' && endpointName(path) === name) ?? {};
      return `  ${JSON.stringify(name)}: ${JSON.stringify(meaning)},\n`;
    })
    .join('');

const list = (names: readonly string[]): string => names.map((name) => `  '${name}',\n`).join('');

/** The text of simulator/data/endpoint-names.ts, by which the scenario engine knows the endpoints without importing them. */
export const endpointNamesModule = (): string =>
  `// Written by \`npm run docs\` from the endpoints themselves.

/** Pages, as scenario files name them: the card page, the issuer's page, and the ways between them. */
// biome-ignore format: one line per name
export const pageNames: readonly string[] = [
${list(['page', 'acs', ...namesOf(cardPageWays)])}];

/** Calls, as scenario files name them. */
export const callNames: readonly string[] = [
${list(namesOf([...gatewayEndpoints, ...pageCalls]))}];

/** The paths of all calls, and of the ways between pages, as documented. */
export const endpointPaths: readonly string[] = [
${list(pathsOf([...gatewayEndpoints, ...pageCalls, ...cardPageWays]))}];

/** The paths of the calls that are made with a login, of those that are imitated. */
export const callsWithLogin: readonly string[] = [
${list(pathsOf(gatewayEndpoints.filter((endpoint) => isOfMerchant(endpoint) && endpoint.imitated !== 'no')))}];
`;

/** The text of simulator/data/endpoint-meanings.ts, which only the published schema of scenarios needs. */
export const endpointMeaningsModule = (): string =>
  `// Written by \`npm run docs\` from the endpoints themselves.

/** What scenario files can name in \`gateway\`, with its meaning. */
// biome-ignore format: one line per name
export const endpointMeanings: Readonly<Record<string, string>> = {
  "page": "The payment page.",
  "acs": "The page of the card issuer, where the payer answers a challenge.",
${meaningsOf(cardPageWays)}${meaningsOf([...gatewayEndpoints, ...pageCalls])}};
`;
