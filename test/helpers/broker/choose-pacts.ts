import type { Json } from '../simulator/simulator.ts';
import { type BrokerRecords, type Publication, type Version, versionOf } from './broker-records.ts';

export interface ChosenPact {
  readonly publication: Publication;
  readonly because: string;
  readonly isPending: boolean;
  readonly isWip: boolean;
}

export interface Question {
  readonly consumerVersionSelectors?: readonly Json[];
  readonly includePendingStatus?: boolean;
  readonly includeWipPactsSince?: string;
  readonly providerVersionBranch?: string;
}

/** The pacts of a provider that a question asks for, once each. */
export const choosePacts = (records: BrokerRecords, provider: string, question: Question): readonly ChosenPact[] => {
  const { consumerVersionSelectors = [], providerVersionBranch: branch, includeWipPactsSince: since } = question;
  const all = records.publications.filter((one) => one.provider === provider);
  const asked = consumerVersionSelectors.length === 0 ? [{ latest: true }] : consumerVersionSelectors;
  const isPending = ({ sha }: Publication) => !wasVerified(records, provider, sha, branch);
  const chosen = asked.flatMap((selector) =>
    matching(records, all, selector, branch).map(
      (publication): ChosenPact => ({
        publication,
        because: `it is selected by ${JSON.stringify(selector)}`,
        isPending: isPending(publication),
        isWip: false,
      }),
    ),
  );
  const inProgress =
    since === undefined || branch === undefined
      ? []
      : heads(records, all)
          .filter((one) => isPending(one) && one.createdAt >= since)
          .map(
            (publication): ChosenPact => ({
              publication,
              because: 'it is work in progress',
              isPending: true,
              isWip: true,
            }),
          );
  return onceEach([...chosen, ...inProgress]);
};

const onceEach = (chosen: readonly ChosenPact[]): readonly ChosenPact[] =>
  chosen.filter(
    ({ publication }, place) =>
      chosen.findIndex(
        (one) => one.publication.sha === publication.sha && one.publication.consumer === publication.consumer,
      ) === place,
  );

const wasVerified = ({ results, versions }: BrokerRecords, provider: string, sha: string, branch?: string): boolean =>
  results.some(
    (result) =>
      result.provider === provider &&
      result.sha === sha &&
      result.success &&
      (branch === undefined ||
        versions.some(
          ({ pacticipant, number, branches }) =>
            pacticipant === provider && number === result.providerVersion && branches.includes(branch),
        )),
  );

/** The last pact of each consumer that fits. */
const latest = (publications: readonly Publication[]): readonly Publication[] =>
  publications.filter(
    ({ consumer }, place) => publications.findLastIndex((one) => one.consumer === consumer) === place,
  );

const versionWith = (records: BrokerRecords, { consumer, version }: Publication): Version =>
  versionOf(records, consumer, version);

const onBranch = (records: BrokerRecords, all: readonly Publication[], branch: string): readonly Publication[] =>
  latest(all.filter((one) => versionWith(records, one).branches.includes(branch)));

/** The last pact of each branch. */
const heads = (records: BrokerRecords, all: readonly Publication[]): readonly Publication[] => {
  const branches = new Set(all.flatMap((one) => versionWith(records, one).branches));
  return [...branches].flatMap((branch) => onBranch(records, all, branch));
};

const matching = (
  records: BrokerRecords,
  publications: readonly Publication[],
  selector: Json,
  providerBranch?: string,
): readonly Publication[] => {
  const { consumer, branch, fallbackBranch, mainBranch, matchingBranch, tag, fallbackTag } = selector;
  const all = publications.filter((one) => consumer === undefined || one.consumer === consumer);
  if (branch !== undefined) {
    const found = onBranch(records, all, branch);
    return found.length > 0 || fallbackBranch === undefined ? found : onBranch(records, all, fallbackBranch);
  }
  if (matchingBranch) return onBranch(records, all, providerBranch ?? '');
  if (mainBranch)
    return all.filter((one) => onBranch(records, all, records.mainBranches.get(one.consumer) ?? 'main').includes(one));
  if (tag !== undefined) {
    const tagged = (name: string) => all.filter((one) => versionWith(records, one).tags.includes(name));
    const found = tagged(tag);
    const fitting = found.length > 0 || fallbackTag === undefined ? found : tagged(fallbackTag);
    return selector['latest'] ? latest(fitting) : fitting;
  }
  if (selector['latest']) return latest(all);
  return all.filter((one) => isDeployed(records, one, selector['environment']));
};

const isDeployed = (records: BrokerRecords, { consumer, version }: Publication, environment?: string): boolean =>
  records.deployments.some(
    (one) =>
      one.pacticipant === consumer &&
      one.version === version &&
      (environment === undefined || one.environment === environment),
  );
