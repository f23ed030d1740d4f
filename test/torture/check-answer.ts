import { testCards } from '../../simulator/data/test-cards.ts';
import type { Reply } from './connection.ts';
import type { Target } from './targets.ts';
import { publicToken } from './valid-values.ts';

/** Calls of the control API whose answers show passwords and tokens of merchants in clear, as documented. */
export const showsPasswords: readonly string[] = [
  'GET /merchants',
  'POST /merchants',
  'GET /merchants/{login}',
  'PATCH /merchants/{login}',
  'PUT /merchants/{login}/scenario',
  'DELETE /merchants/{login}/scenario',
  'GET /merchants/{login}/state',
  'PUT /merchants/{login}/state',
  'POST /provider-states',
];

/** Calls of the control API whose answers show card numbers in full: published test cards. */
export const showsCards: readonly string[] = ['GET /cards', 'GET /action-codes', 'POST /provider-states'];

/** Descriptions, in which the names of ids stand for themselves. */
const documents: readonly string[] = [
  'GET /openapi/merchant.json',
  'GET /openapi/control.json',
  'GET /scenarios/schema.json',
];

/** The pact of a run: its ids stand for others, and a payment in it has the published test card that it was made with. */
const pact = 'GET /merchants/{login}/pact';

/** Passwords and tokens that no other answer may hold, in every spelling. */
export const secretsOf = (more: readonly string[]): readonly string[] =>
  ['test_user_password', publicToken, 'callback-token-of-test-user', ...more].flatMap((secret) => [
    secret,
    Buffer.from(`test_user:${secret}`).toString('base64'),
  ]);

interface Answer {
  readonly target: Target;
  readonly reply: Reply;
  readonly secrets: readonly string[];
  /** Whether its ids may be any text: those of a state that was put in. */
  readonly hasChosenIds: boolean;
}

/** What is wrong about an answer, whatever was asked. */
export const wrongsInAnswer = (answer: Answer): readonly string[] => {
  const { target, reply, secrets, hasChosenIds } = answer;
  const { status, contentType, body } = reply;
  if (status >= 500) return [`HTTP ${status}`];
  if (body === '') return [];
  const { endpoint = '' } = target;
  const isDoor = status === 403 || status === 421;
  const wrongs: string[] = [];
  const shown = isStartPage(answer)
    ? shownAtStart
    : documents.includes(endpoint)
      ? shownInDocuments
      : endpoint === pact
        ? publishedCards
        : [];
  if (!showsPasswords.includes(endpoint) || isDoor)
    wrongs.push(
      ...secrets
        .filter((secret) => body.includes(secret) && !shown.includes(secret))
        .map((secret) => `it holds a secret: ${around(body, secret)}`),
    );
  if (!showsCards.includes(endpoint) && !isCardPage(reply))
    wrongs.push(
      ...cardNumbersIn(body)
        .filter((number) => !shown.includes(number))
        .map((number) => `it holds a card number: ${around(body, number)}`),
    );
  return [
    ...wrongs,
    ...wrongsOfType(contentType, reply, hasChosenIds || endpoint === pact || documents.includes(endpoint)),
  ];
};

/** A text with what stands around it. */
const around = (body: string, text: string): string => {
  const at = body.indexOf(text);
  return body.slice(Math.max(0, at - 600), at + text.length + 100);
};

/** The documented login and a published test card, with which a first order is made. */
const shownAtStart: readonly string[] = ['test_user_password', '5555555555555599'];

/** Examples have the documented login and published test cards. */
const publishedCards: readonly string[] = testCards.map(({ pan }) => pan);
const shownInDocuments: readonly string[] = ['test_user_password', ...publishedCards];

/** A page for people who open the address of the gateway, or of the control API. */
const isStartPage = ({ target: { path }, reply: { status } }: Answer): boolean =>
  status === 200 && (path === '/{junk}' || path === '/sandbox/{junk}');

/** The sandbox panel of the card page offers test cards. */
const isCardPage = ({ contentType, body }: Reply): boolean =>
  contentType.startsWith('text/html') && body.includes('sandbox');

const wrongsOfType = (contentType: string, { status, body }: Reply, hasChosenIds: boolean): readonly string[] => {
  const [type = ''] = contentType.split(';');
  if (/^application\/(?:\w+\+)?json$/.test(type)) {
    const json = parsed(body);
    if (json === undefined) return ['it is no JSON'];
    const isProblem = type === 'application/problem+json';
    return [...(isProblem ? wrongsOfProblem(json, status) : []), ...(hasChosenIds ? [] : wrongIdsIn(json))];
  }
  if (type === 'text/html') return /^<!doctype html>.*<\/html>\s*$/is.test(body) ? [] : ['it is no whole page'];
  if (textTypes.includes(type)) return [];
  return [`its content type is ${JSON.stringify(contentType)}`];
};

const textTypes = [
  'text/plain',
  'text/javascript',
  'text/css',
  'text/event-stream',
  'application/pem-certificate-chain',
  'application/pkix-cert',
];

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const wrongsOfProblem = (json: unknown, status: number): readonly string[] => {
  const problem = json as Readonly<Record<string, unknown>>;
  const isWhole =
    /^urn:tillbox:problem:[\w-]+$/.test(String(problem['type'])) &&
    ['title', 'detail'].every((name) => typeof problem[name] === 'string' && problem[name] !== '') &&
    problem['status'] === status;
  return isWhole ? [] : ['it is no whole problem document'];
};

/** Names under which an answer holds ids that the gateway made. */
const idNames = new Set([
  'orderId',
  'mdOrder',
  'bindingId',
  'templateId',
  'taskUuid',
  'threeDSServerTransId',
  'serverTransId',
  'acsTransID',
]);

/** Parts of answers that repeat what callers sent. */
const repeated = new Set(['parameters', 'params', 'fields', 'orderBundle', 'ownScenario', 'jsonParams']);

const isUuid = (value: unknown): boolean =>
  typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);

const wrongIdsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (repeated.has(name)) return [];
    if (name === 'formUrl' && !/[?&]mdOrder=[\da-f-]{36}\b/.test(String(inner))) return [`formUrl is ${inner}`];
    if (!idNames.has(name) || (typeof inner === 'object' && inner !== null)) return wrongIdsIn(inner);
    return isUuid(inner) ? [] : [`${name} is ${JSON.stringify(inner)}`];
  });
};

/** Numbers that can only be those of cards: 15 to 19 digits from 2 to 6 on, also in groups, with the right last digit. */
const cardNumbersIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\d.\w-])[2-6]\d{3}(?:[ -]?\d{2,6}){2,4}(?![\d\w-])/g)]
    .map(([match]) => match.replace(/[ -]/g, ''))
    .filter((digits) => digits.length >= 15 && digits.length <= 19 && hasRightLastDigit(digits));

/** Source: ISO/IEC 7812-1, Luhn formula. */
const hasRightLastDigit = (digits: string): boolean => {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
};
