import type { StubRequest } from '../http/stub-server.ts';
import type { Json } from '../simulator/simulator.ts';
import { indexOf } from './broker-index.ts';
import { type BrokerRecords, isKnown, storePact, versionOf } from './broker-records.ts';
import { matrixFor, recordDeployment } from './can-i-deploy.ts';
import { type ChosenPact, choosePacts, type Question } from './choose-pacts.ts';
import { complaintsAbout } from './refused-questions.ts';

interface Place {
  readonly records: BrokerRecords;
  /** The address of the broker in its links. */
  readonly base: string;
  readonly now: () => string;
}

interface Reply {
  readonly status: number;
  readonly body: Json;
}

interface Route {
  readonly methods: readonly string[];
  readonly path: RegExp;
  readonly answer: (parts: readonly string[], request: StubRequest, place: Place) => Reply;
}

const ok = (body: Json, status = 200): Reply => ({ status, body });
const missing: Reply = { status: 404, body: { error: 'No such resource' } };
const wrong = (errors: Json): Reply => ({ status: 400, body: { errors } });
const jsonOf = ({ body }: StubRequest): Json => (body === '' ? {} : JSON.parse(body));
const encoded = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  parts.reduce((path, part, place) => path + encodeURIComponent(values[place - 1] ?? '') + part);

const publishContracts: Route['answer'] = (_parts, request, { records, base, now }) => {
  const { pacticipantName: name, pacticipantVersionNumber: number, branch, tags, contracts } = jsonOf(request);
  if (!name || !number || !Array.isArray(contracts)) return wrong({ pacticipantName: ['is missing'] });
  const version = versionOf(records, name, number);
  if (branch) version.branches.push(branch);
  version.tags.push(...(tags ?? []));
  for (const { consumerName, providerName, content } of contracts) {
    const pact = JSON.parse(Buffer.from(content, 'base64').toString()) as Json;
    const names = { consumer: consumerName, version: number, provider: providerName };
    if (storePact(records, names, pact, now()) === 'conflict') {
      const text = `Cannot change the content of the pact for ${name} version ${number} and provider ${providerName}`;
      return { status: 409, body: { notices: [{ type: 'error', text }], errors: { contracts: [text] } } };
    }
  }
  const text = `Pact successfully published for ${name} version ${number}.`;
  const self = base + encoded`/pacticipants/${name}`;
  const versionLink = { title: 'Version', name: number, href: self + encoded`/versions/${number}` };
  return ok({
    logs: [{ level: 'success', message: text, deprecationWarning: 'Replaced by notices' }],
    notices: [{ type: 'success', text }],
    _embedded: {
      pacticipant: { name, _links: { self: { href: self } } },
      version: { number, _links: { self: versionLink } },
    },
    _links: {
      'pb:pacticipant': { title: 'Pacticipant', name, href: self },
      'pb:pacticipant-version': { ...versionLink, title: 'Pacticipant version' },
      'pb:pacticipant-version-tags': (tags ?? []).map((tag: string) => ({
        title: 'Tag',
        name: tag,
        href: versionLink.href + encoded`/tags/${tag}`,
      })),
      'pb:contracts': contracts.map(({ providerName }) => ({
        title: 'Pact',
        name: `Pact between ${name} (${number}) and ${providerName}`,
        href: base + encoded`/pacts/provider/${providerName}/consumer/${name}/version/${number}`,
      })),
    },
  });
};

const forVerification: Route['answer'] = ([provider = ''], request, { records, base }) => {
  if (!isKnown(records, provider)) return missing;
  const question = jsonOf(request);
  const errors = complaintsAbout(records, question);
  if (errors) return wrong(errors);
  const chosen = choosePacts(records, provider, question as Question);
  const { includePendingStatus = false } = question;
  return ok({
    _embedded: { pacts: chosen.map((one) => listed(one, base, includePendingStatus)) },
    _links: {
      self: { href: base + encoded`/pacts/provider/${provider}/for-verification`, title: 'Pacts to be verified' },
    },
  });
};

const listed = ({ publication, because, isPending, isWip }: ChosenPact, base: string, tellsPending: boolean): Json => {
  const { consumer, provider, version, sha } = publication;
  const href = `${base}${encoded`/pacts/provider/${provider}/consumer/${consumer}/pact-version/${sha}`}/metadata/c2hvcA`;
  const notices = [
    { when: 'before_verification', text: `The pact at ${href} is being verified because ${because}` },
    ...(tellsPending
      ? [
          { when: 'before_verification', text: `This pact is ${isPending ? '' : 'not '}in pending state` },
          { when: 'after_verification:success_true_published_true', text: 'This pact is no longer in pending state' },
        ]
      : []),
  ];
  return {
    shortDescription: because,
    verificationProperties: {
      ...(tellsPending && { pending: isPending }),
      ...(isWip && { wip: true }),
      notices,
    },
    _links: { self: { href, name: `Pact between ${consumer} (${version}) and ${provider}` } },
  };
};

/** The older list, which pact-verifier takes if it has no selectors. */
const latestPacts: Route['answer'] = ([provider = ''], _request, { records, base }) => {
  if (!isKnown(records, provider)) return missing;
  const pacts = choosePacts(records, provider, {}).map(({ publication: { consumer, version, sha } }) => ({
    title: `Pact between ${consumer} (${version}) and ${provider}`,
    name: consumer,
    href: base + encoded`/pacts/provider/${provider}/consumer/${consumer}/pact-version/${sha}`,
  }));
  return ok({
    _links: { self: { href: base + encoded`/pacts/provider/${provider}/latest` }, 'pb:pacts': pacts, pacts },
  });
};

const pactContent: Route['answer'] = ([provider = '', consumer = '', sha = ''], _request, { records, base }) => {
  const content = records.contents.get(sha);
  if (!content) return missing;
  const self = base + encoded`/pacts/provider/${provider}/consumer/${consumer}/pact-version/${sha}`;
  return ok({
    ...content,
    createdAt: '2026-01-15T08:00:00+00:00',
    _links: {
      self: { href: self },
      'pb:provider': { name: provider, href: base + encoded`/pacticipants/${provider}` },
      'pb:consumer': { name: consumer, href: base + encoded`/pacticipants/${consumer}` },
      'pb:publish-verification-results': { href: `${self}/metadata/c2hvcA/verification-results` },
    },
  });
};

const publishResults: Route['answer'] = ([provider = '', consumer = '', sha = ''], request, { records }) => {
  const document = jsonOf(request);
  const { success, providerApplicationVersion: providerVersion, buildUrl } = document;
  if (typeof success !== 'boolean') return wrong({ success: ['is missing'] });
  if (typeof providerVersion !== 'string' || providerVersion.trim() === '')
    return wrong({ providerApplicationVersion: ['is missing'] });
  if (buildUrl !== undefined && !URL.canParse(buildUrl)) return wrong({ buildUrl: ['Build URL must be a valid URL'] });
  if (!records.contents.has(sha)) return missing;
  versionOf(records, provider, providerVersion);
  records.results.push({ consumer, provider, sha, providerVersion, success, document });
  return ok(document, 201);
};

const pacticipant: Route['answer'] = ([name = ''], request, { records, base }) => {
  if (request.method === 'GET' && !isKnown(records, name)) return missing;
  if (request.method !== 'GET') records.mainBranches.set(name, jsonOf(request)['mainBranch'] ?? 'main');
  const self = base + encoded`/pacticipants/${name}`;
  return ok({
    name,
    _links: {
      self: { href: self },
      'pb:version-tag': { href: `${self}/versions/{version}/tags/{tag}`, templated: true },
      'pb:branch-version': { href: `${self}/branches/{branch}/versions/{version}`, templated: true },
    },
  });
};

const version: Route['answer'] = ([name = '', number = ''], _request, { records, base }) => {
  if (!records.versions.some((one) => one.pacticipant === name && one.number === number)) return missing;
  const self = base + encoded`/pacticipants/${name}/versions/${number}`;
  return ok({
    number,
    _links: {
      self: { href: self },
      'pb:record-deployment': records.environments.map((environment) => ({
        name: environment.name,
        href: `${self}/deployed-versions/environment/${environment.uuid}`,
      })),
    },
  });
};

const deploy: Route['answer'] = ([pacticipantName = '', number = '', uuid = ''], _request, { records }) => {
  const environment = records.environments.find((one) => one.uuid === uuid);
  if (!environment) return missing;
  recordDeployment(records, { pacticipant: pacticipantName, version: number, environment: environment.name });
  return ok({ uuid, currentlyDeployed: true }, 201);
};

const environments: Route['answer'] = (_parts, _request, { records, base }) =>
  ok({
    _embedded: {
      environments: records.environments.map((one) => ({
        ...one,
        displayName: one.name,
        _links: { self: { href: `${base}/environments/${one.uuid}`, name: one.name } },
      })),
    },
    _links: { self: { href: `${base}/environments` } },
  });

export const brokerRoutes: readonly [Route, ...Route[]] = [
  { methods: ['GET'], path: /^\/?$/, answer: (_parts, _request, { base }) => ok(indexOf(base)) },
  { methods: ['POST'], path: /^\/contracts\/publish$/, answer: publishContracts },
  { methods: ['GET', 'POST'], path: /^\/pacts\/provider\/([^/]+)\/for-verification$/, answer: forVerification },
  { methods: ['GET'], path: /^\/pacts\/provider\/([^/]+)\/latest$/, answer: latestPacts },
  {
    methods: ['GET'],
    path: /^\/pacts\/provider\/([^/]+)\/consumer\/([^/]+)\/pact-version\/([^/]+)(?:\/metadata\/[^/]+)?$/,
    answer: pactContent,
  },
  {
    methods: ['POST'],
    path: /^\/pacts\/provider\/([^/]+)\/consumer\/([^/]+)\/pact-version\/([^/]+)(?:\/metadata\/[^/]+)?\/verification-results$/,
    answer: publishResults,
  },
  { methods: ['GET', 'PUT', 'PATCH'], path: /^\/pacticipants\/([^/]+)$/, answer: pacticipant },
  { methods: ['GET'], path: /^\/pacticipants\/([^/]+)\/versions\/([^/]+)$/, answer: version },
  {
    methods: ['PUT'],
    path: /^\/pacticipants\/([^/]+)\/branches\/([^/]+)\/versions\/([^/]+)$/,
    answer: ([name = '', branch = '', number = ''], _request, { records }) => {
      versionOf(records, name, number).branches.push(branch);
      return ok({}, 201);
    },
  },
  {
    methods: ['POST'],
    path: /^\/pacticipants\/([^/]+)\/versions\/([^/]+)\/deployed-versions\/environment\/([^/]+)$/,
    answer: deploy,
  },
  { methods: ['GET'], path: /^\/environments$/, answer: environments },
  {
    methods: ['GET'],
    path: /^\/matrix$/,
    answer: (_parts, { query }, { records, base }) => ok(matrixFor(records, query, base)),
  },
];
