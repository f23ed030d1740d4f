import { bereke } from '../../simulator/banks/bereke.ts';
import { cardPageWays, pageCalls } from '../../simulator/card-page/routes.ts';
import { addressOf, type EndpointFacts, type Meanings } from '../../simulator/data/endpoint-facts.ts';
import { sources } from '../../simulator/data/sources.ts';
import { gatewayEndpoints } from '../../simulator/gateway/endpoints.ts';

/** A call of the contract: its purpose, and the source of its answers. */
export interface CallFacts extends Meanings {
  readonly address: string;
  /** An address, or a description. */
  readonly source: string;
}

const pageFacts: CallFacts = {
  address: '/payment/merchants/payment_en.html',
  meaning: 'The payment page.',
  meaningInRussian: 'Платёжная страница.',
  source: sources['bpc-redirect'],
};

const factsOf = (endpoint: EndpointFacts): CallFacts => ({
  address: addressOf(endpoint, bereke.basePath),
  meaning: endpoint.meaning,
  meaningInRussian: endpoint.meaningInRussian,
  source: sources[endpoint.source],
});

/** Every call, in the order of the documentation. */
export const callFacts: readonly CallFacts[] = [
  ...[...gatewayEndpoints, ...pageCalls, ...cardPageWays].map(factsOf),
  pageFacts,
];
