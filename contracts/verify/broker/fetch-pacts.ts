import type { BrokerNotes, PactSource } from '../pact/pact-source.ts';
import { type BrokerConnection, connectBroker, type Link, linkOf, type Resource } from './broker-connection.ts';
import { BrokerError, NoSuchPacts } from './broker-error.ts';
import type { BrokerOptions } from './broker-options.ts';
import { resultsRelation } from './publish-results.ts';

/** An entry of the broker's list. */
interface ListedPact {
  readonly _links?: { readonly self?: Link };
  readonly verificationProperties?: {
    readonly pending?: boolean;
    readonly wip?: boolean;
    readonly notices?: readonly { readonly when?: string; readonly text: string }[];
  };
}

/** Asks a broker for the pacts with a provider. There is at least one. @throws NoSuchPacts if there is none; BrokerError */
export const fetchPacts = async (options: BrokerOptions): Promise<readonly PactSource[]> => {
  const question = questionOf(options);
  const broker = connectBroker(options);
  const address = await broker.addressOf('pb:provider-pacts-for-verification', { provider: options.providerName });
  const listed = await listOf(broker, address, question, options.providerName);
  return Promise.all(listed.map((entry) => sourceOf(broker, entry)));
};

const questionOf = ({
  consumerVersionSelectors = [],
  enablePending = false,
  includeWipSince = '',
  providerBranch = '',
}: BrokerOptions) => {
  // A broker without the branch would leave these pacts out, and say nothing.
  const needsBranch = includeWipSince !== '' || consumerVersionSelectors.some(({ matchingBranch }) => matchingBranch);
  if (needsBranch && providerBranch === '')
    throw new BrokerError(
      `${includeWipSince === '' ? 'the selector matchingBranch' : '--include-wip-pacts-since'} needs --provider-branch`,
    );
  if (includeWipSince !== '' && Number.isNaN(Date.parse(includeWipSince)))
    throw new BrokerError(`--include-wip-pacts-since: expected a day such as 2026-01-31, but it is ${includeWipSince}`);
  return {
    consumerVersionSelectors,
    includePendingStatus: enablePending,
    ...(includeWipSince !== '' && { includeWipPactsSince: includeWipSince }),
    ...(providerBranch !== '' && { providerVersionBranch: providerBranch }),
  };
};

const listOf = async (
  broker: BrokerConnection,
  address: string,
  question: object,
  provider: string,
): Promise<readonly ListedPact[]> => {
  const none = `the broker has no such pact with the provider ${provider}`;
  const answer = await broker.request('POST', address, question).catch((error: unknown) => {
    if (error instanceof BrokerError && error.status === 404) throw new NoSuchPacts(`${error.message}: ${none}`, 404);
    throw error;
  });
  const { pacts = [] } = (answer['_embedded'] ?? {}) as { readonly pacts?: readonly ListedPact[] };
  if (pacts.length === 0) throw new NoSuchPacts(`POST ${address}: ${none}`);
  return pacts;
};

const sourceOf = async (broker: BrokerConnection, listed: ListedPact): Promise<PactSource> => {
  const { href, name } = listed._links?.self ?? {};
  if (href === undefined) throw new BrokerError('the broker lists a pact without its address');
  const pact = await broker.request('GET', href);
  return { name: name ?? href, pact, broker: notesOf(listed, pact) };
};

const notesOf = ({ verificationProperties = {} }: ListedPact, pact: Resource): BrokerNotes => {
  const { pending = false, wip = false, notices = [] } = verificationProperties;
  return {
    isPending: pending,
    isWip: wip,
    notices: notices
      .filter(({ when = 'before_verification' }) => when === 'before_verification')
      .map(({ text }) => text),
    resultsUrl: linkOf(pact, resultsRelation) ?? '',
  };
};
