import { version } from '../../../simulator/runtime/version.ts';
import type { InteractionResult, PactResult } from '../pact/pact-result.ts';
import { connectBroker } from './broker-connection.ts';
import { BrokerError } from './broker-error.ts';
import type { PublishOptions } from './broker-options.ts';

/** The link of a pact to the address of its results. */
export const resultsRelation = 'pb:publish-verification-results';

/**
 * Publishes the results of a pact at one bank. They are a success only if every interaction of the pact was tried and
 * holds: one that is pending or was not tried makes them a failure. @throws BrokerError, also for results that would say
 * something else than was verified
 */
export const publishResults = async (result: PactResult, options: PublishOptions): Promise<void> => {
  refuseUntrue(result, options);
  const { providerName, providerVersion, providerBranch = '' } = options;
  const address = result.source.broker?.resultsUrl ?? '';
  if (address === '') throw new BrokerError(`${result.source.name}: the broker gives no address for results`);
  const broker = connectBroker(options);
  // A broker counts a result for the branches that the version has when it arrives.
  if (providerBranch !== '') {
    const place = { pacticipant: providerName, branch: providerBranch, version: providerVersion };
    await broker.request('PUT', await broker.addressOf('pb:pacticipant-branch-version', place), {});
  }
  await broker.request('POST', address, documentOf(result, options));
};

const refuseUntrue = ({ source, bank, interactions }: PactResult, options: PublishOptions): void => {
  const { providerName, providerVersion } = options;
  if (bank === undefined || providerName !== `tillbox-${bank}`)
    throw new BrokerError(
      `results are published as the provider tillbox-<bank> of the bank that was verified: ${
        bank === undefined ? 'another gateway was' : `that is tillbox-${bank}, not ${providerName}`
      }`,
    );
  if (providerVersion.trim() === '') throw new BrokerError('--publish needs --provider-version');
  const all = interactionsIn(source.pact);
  if (interactions.length !== all)
    throw new BrokerError(
      `${source.name}: the results of ${interactions.length} of ${all} interactions are not published, because they would stand for the whole pact`,
    );
};

const interactionsIn = (pact: unknown): number => {
  const { interactions = [], messages = [] } = pact as Readonly<Record<string, readonly unknown[]>>;
  return interactions.length + messages.length;
};

const documentOf = ({ interactions }: PactResult, { providerVersion, buildUrl = '' }: PublishOptions) => ({
  success: interactions.every(({ outcome }) => outcome === 'holds'),
  providerApplicationVersion: providerVersion,
  ...(buildUrl !== '' && { buildUrl }),
  verifiedBy: { implementation: 'tillbox', version: version() },
  testResults: interactions.map(testResultOf),
});

const testResultOf = ({ id, description, outcome, mismatches, reason }: InteractionResult) => {
  const troubles = mismatches.filter(isTrouble).map(({ says }) => says);
  if (outcome === 'not tried') troubles.push(`not tried: ${reason ?? 'no reason is known'}`);
  const differences = mismatches.filter((one) => !isTrouble(one)).map(differenceOf);
  return {
    ...(id !== undefined && { interactionId: id }),
    interactionDescription: description,
    success: outcome === 'holds',
    ...(differences.length > 0 && { mismatches: differences }),
    ...(troubles.length > 0 && { exceptions: troubles.map((message) => ({ message })) }),
  };
};

/** The state was not reached, or no answer came. */
const isTrouble = ({ path }: { readonly path: string }): boolean => path === 'state' || path === 'answer';

const differenceOf = ({ path, says: description }: { readonly path: string; readonly says: string }) => {
  if (path === 'status') return { attribute: 'status', description };
  if (path === 'body' || path.startsWith('$'))
    return { attribute: 'body', identifier: path === 'body' ? '$' : path, description };
  return { attribute: 'header', identifier: path, description };
};
