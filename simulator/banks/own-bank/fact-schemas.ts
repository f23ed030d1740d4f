import { z } from 'zod';
import { actionCodeRow } from '../../data/action-codes.ts';
import { currencies } from '../../data/currencies.ts';
import { errorCodes } from '../../data/error-codes.ts';
import { languageNames } from '../../data/page-texts.ts';
import { newestStatusVersion } from '../../data/status-fields.ts';
import { mostPaymentAttempts } from '../../domain/merchant.ts';
import { permittedFeatures } from '../../domain/permitted-features.ts';
import { mapping, oneOf, says, text, trueOrFalse, wholeNumber, wordOf } from '../../files/schema-parts.ts';
import type { BankFacts, RegistrationWish, ResultStyle, ReturnParameter } from '../bank.ts';
import { basePaths, expectedBasePath } from '../base-path.ts';

const textLike = (pattern: RegExp, expected: string) =>
  z.string({ error: expected }).regex(pattern, { error: expected }).meta(says(expected));

const list = <Item extends z.ZodType>(item: Item, expected: string) =>
  z.array(item, { error: expected }).meta(says(expected));

const currency = oneOf(
  currencies.flatMap(({ alpha, numeric }) => [alpha, numeric]),
  Object.fromEntries(
    currencies.flatMap(({ alpha, numeric }) => [[alpha, numeric] as const, [numeric, alpha] as const]),
  ),
  "a currency of ISO 4217 by its letters, such as KZT, or by its number in quotes, such as '398'",
);

const language = textLike(/^[a-z]{2}$/, 'a language by two small letters, such as en');

const host = textLike(/^[\w.-]+(?::\d{1,5})?$/, 'a host without https://, such as pay.bank.example');

const knownActionCode = 'an action code that tillbox knows, such as -2007';

const actionCode = z
  .int({ error: knownActionCode })
  .refine((code) => actionCodeRow(code) !== undefined, { error: knownActionCode })
  .meta(says(knownActionCode));

const resultStyle = wordOf<ResultStyle>(
  {
    absent: 'No errorCode.',
    text: 'A text: "0".',
    number: 'A number: 0.',
    flagged: 'A text, with error beside it.',
    doubled: 'A number, with errorCodeString and error.',
  },
  'a form of errorCode',
);

const resultStyles = mapping({ success: resultStyle, refusal: resultStyle }, 'success and refusal');

const wish = wordOf<RegistrationWish>(
  { currency: 'The currency.', language: 'The language.', jsonParams: 'Entries of jsonParams, as in paramsWanted.' },
  'a parameter of register.do',
);

const returnParameter = wordOf<ReturnParameter>(
  {
    orderId: 'The id of the order.',
    lang: 'The language of the page.',
    token: 'An opaque text for getFinishedPaymentInfo.do.',
    approvalCode: 'The approval code, if there is one.',
  },
  'a parameter of the way back',
);

const characters = wholeNumber('a number of characters from 1', 1);

const minorUnits = wholeNumber('a whole number of minor units from 1', 1);

const errorCode = textLike(/^\d{1,4}$/, "a code in quotes, such as '5'");

const everyRefusal = Object.fromEntries(Object.keys(errorCodes).map((reason) => [reason, errorCode.exactOptional()]));

const formUrlPlaces =
  /^(?:[^{}]|\{(?:merchant|view|language|orderId)\})*\{orderId\}(?:[^{}]|\{(?:merchant|view|language)\})*$/;

/** What a file may say about each fact. A fact without a schema does not compile, nor does a word that a fact cannot have. */
export const factSchemas = {
  title: text('a name'),
  hosts: mapping({ test: host.exactOptional(), production: host.exactOptional() }, 'test and production'),
  basePath: textLike(basePaths, expectedBasePath),
  currency,
  currencies: list(currency, 'a list of currencies').min(1, { error: 'at least one currency' }),
  defaultLanguage: wordOf<BankFacts['defaultLanguage']>(languageNames, 'a language of the pages'),
  languages: list(language, 'a list of languages').min(1, { error: 'at least one language' }),
  refusesOtherLanguages: trueOrFalse,
  contentType: textLike(
    /^[\w.+-]+\/[\w.+-]+(?:; ?charset=[\w-]+)?$/,
    'a content type, such as application/json;charset=UTF-8',
  ),
  orderNumberLength: wholeNumber('a number of characters from 1 to 36', 1, 36),
  generatesOrderNumber: trueOrFalse,
  wantsCustomer: trueOrFalse,
  registrationWants: list(wish, 'a list of parameters'),
  paramsWanted: z
    .record(z.string(), characters, { error: 'names of entries, each with its most characters' })
    .meta(says('names of entries, each with its most characters')),
  leastAmountMinor: minorUnits,
  descriptionLength: characters,
  wantsPlainTexts: trueOrFalse,
  checksCardAtZero: trueOrFalse,
  takesBasicLogin: trueOrFalse,
  orderIds: wordOf<BankFacts['orderIds']>(
    { uuid: 'A UUID.', letters: 'Twenty letters and digits.' },
    'a form of orderId',
  ),
  formUrl: textLike(formUrlPlaces, 'a path with {orderId}, and perhaps {merchant}, {view} and {language}'),
  returnParameters: list(returnParameter, 'a list of parameters'),
  finishedInfoForShop: trueOrFalse,
  expiredActionCode: actionCode,
  threeDsVersion: oneOf<BankFacts['threeDsVersion']>(
    [1, 2, 'asked-for'],
    {
      1: 'Version 1.',
      2: 'Version 2.',
      'asked-for': 'Version 2 for orders with FORCE_3DS2 in jsonParams, otherwise 1.',
    },
    'a version of 3-D Secure',
  ),
  capturedReversal: wordOf<BankFacts['capturedReversal']>(
    { reversed: 'Reversed.', approved: 'Held again.', refused: 'It can only be refunded.' },
    'a state after reverse.do',
  ),
  reversalClearsApproved: trueOrFalse,
  capturesInSteps: trueOrFalse,
  tellsPartRefunds: trueOrFalse,
  leastOperationMinor: minorUnits,
  operationsTakeOrderNumber: trueOrFalse,
  bindingPaymentWants: list(
    wordOf<BankFacts['bindingPaymentWants'][number]>(
      { tii: 'Who initiates the payment.', ip: "The payer's address." },
      'a parameter of paymentOrderBinding.do',
    ),
    'a list of parameters',
  ),
  allowedFeatures: list(z.literal([...permittedFeatures], { error: 'a feature' }), 'a list of features'),
  utcOffsetMinutes: wholeNumber('minutes from -720 to 840', -720, 840),
  terminalId: textLike(/^[\w-]{1,16}$/, "up to 16 letters and digits in quotes, such as '98000001'"),
  country: textLike(/^[A-Z]{2}$/, 'a country by two capital letters, such as KZ'),
  results: mapping(
    { register: resultStyles, operations: resultStyles, status: resultStyles },
    'register, operations and status',
  ),
  legacyKeys: wordOf<BankFacts['legacyKeys']>(
    { capitals: 'ErrorCode, OrderStatus.', 'camel-case': 'errorCode, orderStatus.' },
    'a spelling of the keys',
  ),
  legacyTellsParams: trueOrFalse,
  confirmationMinutes: wholeNumber('a whole number of minutes; 0: no confirmation', 0, 1_000_000),
  paymentAttempts: wholeNumber(`a number of attempts from 1 to ${mostPaymentAttempts}`, 1, mostPaymentAttempts),
  cancelledActionCode: actionCode,
  failedChallengeCode: z.union(
    [
      wordOf<Extract<BankFacts['failedChallengeCode'], string>>(
        { 'by-version': 'As each version of 3-D Secure has it.' },
        `${knownActionCode}, or by-version`,
      ),
      actionCode,
    ],
    { error: `${knownActionCode}, or by-version` },
  ),
  panMask: textLike(/^\D{1,10}$/, 'up to ten characters without digits, such as **'),
  panKeys: list(
    wordOf<BankFacts['panKeys'][number]>({ maskedPan: 'maskedPan', pan: 'pan' }, 'a name of the masked number'),
    'a list of names',
  ).min(1, { error: 'at least one name' }),
  statusVersion: wholeNumber(`a version from 1 to ${newestStatusVersion}`, 1, newestStatusVersion),
  unknownOrderHttpStatus: oneOf<BankFacts['unknownOrderHttpStatus']>(
    [200, 401],
    { 200: 'A refusal as an answer.', 401: 'A bare text.' },
    'an HTTP status of acknowledgeTransaction.do',
  ),
  namelessCallHttpStatus: oneOf<BankFacts['namelessCallHttpStatus']>(
    [200, 400],
    { 200: 'A refusal as any other.', 400: 'A refusal with errorCode 5.' },
    "an HTTP status of the page's own calls without an order",
  ),
  generalTextCodes: list(actionCode, 'a list of action codes'),
  callbackKind: wordOf<BankFacts['callbackKind']>(
    { checksum: 'Parameters with a checksum.', jwt: 'A JSON Web Token in the body.' },
    'a kind of callbacks',
  ),
  errorCodes: mapping(everyRefusal, 'reasons of refusals, each with its code') as z.ZodType<BankFacts['errorCodes']>,
} satisfies { readonly [Fact in keyof BankFacts]: z.ZodType<BankFacts[Fact]> };
