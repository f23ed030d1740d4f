import type { Json } from '../simulator/simulator.ts';

/** The entries that clients look for. Source: index of the Pact Broker. */
const paths = {
  self: '',
  'pb:publish-contracts': '/contracts/publish',
  'pb:pacticipants': '/pacticipants',
  'pb:pacticipant': '/pacticipants/{pacticipant}',
  'pb:pacticipant-version': '/pacticipants/{pacticipant}/versions/{version}',
  'pb:pacticipant-version-tag': '/pacticipants/{pacticipant}/versions/{version}/tags/{tag}',
  'pb:pacticipant-branch-version': '/pacticipants/{pacticipant}/branches/{branch}/versions/{version}',
  'pb:provider-pacts-for-verification': '/pacts/provider/{provider}/for-verification',
  'pb:latest-provider-pacts': '/pacts/provider/{provider}/latest',
  'pb:environments': '/environments',
  'pb:environment': '/environments/{uuid}',
};

export const indexOf = (base: string): Json => ({
  _links: Object.fromEntries(
    Object.entries(paths).map(([relation, path]) => [
      relation,
      { href: base + path, title: relation, templated: path.includes('{') },
    ]),
  ),
});
