import type { Json } from '../simulator/simulator.ts';
import type { BrokerRecords } from './broker-records.ts';

const booleans = ['mainBranch', 'matchingBranch', 'deployed', 'released', 'deployedOrReleased'];
const texts = ['branch', 'fallbackBranch', 'tag', 'fallbackTag', 'consumer', 'environment'];
const places = ['environment', 'deployed', 'released', 'deployedOrReleased'];

/** The complaints of a broker about a question for pacts, by field. Source: contracts of the Pact Broker's API. */
export const complaintsAbout = (records: BrokerRecords, question: Json): Json | undefined => {
  const errors: Json = {};
  const { consumerVersionSelectors = [], includePendingStatus, includeWipPactsSince, providerVersionBranch } = question;
  if (includePendingStatus !== undefined && typeof includePendingStatus !== 'boolean')
    errors['includePendingStatus'] = ['must be one of: true, false'];
  if (includeWipPactsSince !== undefined && Number.isNaN(Date.parse(includeWipPactsSince)))
    errors['includeWipPactsSince'] = ['must be a date'];
  const ofSelectors = (consumerVersionSelectors as readonly Json[]).flatMap((selector, index) =>
    complaintsAboutSelector(records, selector, providerVersionBranch).map(
      (complaint) => `${complaint} (at index ${index})`,
    ),
  );
  if (ofSelectors.length > 0) errors['consumerVersionSelectors'] = ofSelectors;
  return Object.keys(errors).length > 0 ? errors : undefined;
};

const complaintsAboutSelector = (
  records: BrokerRecords,
  selector: Json,
  providerBranch?: string,
): readonly string[] => {
  const fields = Object.keys(selector);
  const branchFields = fields.filter((field) => !places.includes(field) && field !== 'consumer').toSorted();
  const placeFields = fields.filter((field) => places.includes(field)).toSorted();
  return [
    ...booleans
      .filter((name) => name in selector && selector[name] !== true)
      .map((name) => `${name} must be one of: true`),
    ...texts
      .filter((name) => name in selector && typeof selector[name] !== 'string')
      .map((name) => `${name} must be a string`),
    ...('latest' in selector && typeof selector['latest'] !== 'boolean' ? ['latest must be one of: true, false'] : []),
    ...(fields.some((field) => field !== 'consumer' && selector[field] !== false)
      ? []
      : [
          'must specify a value for environment or tag or branch, or specify mainBranch=true, latest=true or deployed=true',
        ]),
    ...(branchFields.length > 0 && placeFields.length > 0
      ? [`cannot specify the fields ${branchFields.join('/')} with the fields ${placeFields.join('/')}`]
      : []),
    ...(selector['tag'] && selector['branch'] ? ['cannot specify both a tag and a branch'] : []),
    ...(selector['fallbackTag'] && !selector['tag'] ? ['a tag must be specified when a fallbackTag is specified'] : []),
    ...(selector['fallbackBranch'] && !selector['branch']
      ? ['a branch must be specified when a fallbackBranch is specified']
      : []),
    ...(selector['matchingBranch'] && !providerBranch
      ? ['the providerVersionBranch must be specified when the selector matchingBranch=true is used']
      : []),
    ...(selector['environment'] !== undefined &&
    !records.environments.some(({ name }) => name === selector['environment'])
      ? [`environment with name '${selector['environment']}' does not exist`]
      : []),
  ];
};
