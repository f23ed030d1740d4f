import type { Difference } from '../../../../contracts/drift/compare/difference.ts';
import type { Bank, BankFacts } from '../../../../simulator/banks/bank.ts';
import { lastWithAuthType, statusFields } from '../../../../simulator/data/status-fields.ts';

/** Where two profiles that differ in a fact answer otherwise. */
interface Effect {
  /** Ids of questions. */
  readonly questions: RegExp;
  /** Places: a pattern, or computed from both rows. */
  readonly places: RegExp | ((mine: Bank, theirs: Bank) => RegExp);
  /** Whether these two rows show a difference at all, if every order is accepted; always by default. */
  readonly shows?: (mine: Bank, theirs: Bank) => boolean;
}

const anything = /^/;
const registrations = /^(?:register|pre-auth)/;
const code = /^\$(?:\.(?:errorCode|errorCodeString|error))?$/;
const texts = /\.(?:errorMessage|ErrorMessage|actionCodeDescription|displayErrorMessage|error|info)$/;

/** Fields that one version of the status has and the other lacks, by the rows of the fields. */
const fieldsBetween = (mine: Bank, theirs: Bank): RegExp => {
  const [older, newer] = [mine.statusVersion, theirs.statusVersion].sort((one, other) => one - other);
  const paths = statusFields
    .filter(({ since }) => since > (older ?? 0) && since <= (newer ?? 0))
    .map(({ path }) =>
      path.join('.').replaceAll('.[]', '[]').replaceAll('[]', String.raw`\[\d+\]`).replaceAll('.', String.raw`\.`),
    );
  const authType =
    (newer ?? 0) > lastWithAuthType
      ? [String.raw`cardAuthInfo\.secureAuthInfo\.(?:authTypeIndicator|threeDsType)`]
      : [];
  return new RegExp(String.raw`^\$\.(?:${[...paths, ...authType].join('|')})$`);
};

/** Whether the test card of a bank is paid without 3-D Secure, so that the questions meet a paid order. */
const pays = ({ name }: Bank): boolean => name !== 'satim';

/** The rows whose effects the questions show, each with the places where they may stand. */
export const rowEffects: Partial<Readonly<Record<keyof BankFacts, Effect>>> = {
  contentType: { questions: anything, places: /^content type$/ },
  formUrl: {
    questions: registrations,
    places: /^\$\.formUrl$/,
    // The name of the merchant in the path is not compared.
    shows: (mine, theirs) => withoutMerchant(mine.formUrl) !== withoutMerchant(theirs.formUrl),
  },
  results: { questions: anything, places: code },
  errorCodes: {
    questions: /^(?:register-(?:no-amount|in-russian)|card-refund-too-much)$/,
    places: code,
    shows: (mine, theirs) => mine.errorCodes['amount-missing'] !== theirs.errorCodes['amount-missing'],
  },
  generatesOrderNumber: { questions: /^register-no-number$/, places: /^\$(?:\.errorCode)?$/ },
  refusesOtherLanguages: {
    questions: /^(?:register-language-unknown|register-in-russian|status-in-russian)$/,
    places: anything,
  },
  languages: {
    questions: /-in-russian$|-language-unknown$/,
    places: /^\$$|\.(?:errorMessage|errorCode|errorCodeString)$/,
    // A language that is not the bank's is answered in all the same, unless the bank refuses others.
    shows: () => false,
  },
  registrationWants: { questions: registrations, places: /^\$(?:\.errorCode|\.errorCodeString)?$/ },
  paramsWanted: { questions: registrations, places: /^\$(?:\.errorCode|\.errorCodeString)?$/ },
  wantsCustomer: {
    questions: /^(?:register|pre-auth|(?:card-)?status)/,
    places: /^\$(?:\.errorCode|\.errorCodeString|\.orderBundle)?$/,
  },
  checksCardAtZero: { questions: /^register-amount-zero$/, places: /^\$$/ },
  legacyKeys: { questions: /^(?:card-)?old-status/, places: anything },
  legacyTellsParams: { questions: /^(?:card-)?old-status/, places: /^\$\./ },
  statusVersion: { questions: /status/, places: fieldsBetween },
  panMask: { questions: /^card-/, places: /\.(?:pan|Pan|maskedPan)$/, shows: pays },
  panKeys: { questions: /^card-/, places: /\.(?:pan|maskedPan)$/, shows: pays },
  country: { questions: /^card-/, places: /\.bankCountryCode$/, shows: pays },
  defaultLanguage: { questions: /no-language|bindings-none|unknown-call|language-unknown/, places: texts },
  returnParameters: { questions: /^card-(?:paid|declined)$/, places: /^\$\.redirect$/, shows: pays },
  paymentAttempts: { questions: /^card-(?:status-)?declined$/, places: anything },
  tellsPartRefunds: {
    questions: /^card-status-part$/,
    places: /^\$\.(?:orderStatus|paymentAmountInfo\.paymentState)$/,
    shows: pays,
  },
  // Only the card of SATIM asks for 3-D Secure.
  threeDsVersion: { questions: /^card-(?:paid|status)/, places: anything, shows: (mine) => !pays(mine) },
};

const withoutMerchant = (formUrl: string): string => formUrl.replace(/^(?:\w+|\{merchant\})(?=\/)/, 'm');

/** Rows whose effect no question of these runs shows, and why. */
export const withoutEffect: Partial<Readonly<Record<keyof BankFacts, string>>> = {
  title: 'a name for people',
  hosts: 'hosts of addresses are not compared',
  basePath: 'the address of a gateway is given',
  currency: 'the questions name their currency',
  currencies: 'the test adds the currency of the questions, because a refused order shows nothing else',
  orderNumberLength: 'no bank takes the 40 characters of the question, and all take the 10 of an order',
  leastAmountMinor: 'the amounts of the questions are 0 or 15000 of the main unit',
  descriptionLength: 'the description is short',
  wantsPlainTexts: 'the texts are plain',
  takesBasicLogin: 'the login is in the form',
  orderIds: 'ids of orders are not compared',
  finishedInfoForShop: 'the call is not asked',
  expiredActionCode: 'no order expires in a run',
  cancelledActionCode: 'nobody is at the payment page',
  failedChallengeCode: 'nobody answers the challenge',
  confirmationMinutes: 'nobody waits that long',
  capturedReversal: 'reverse.do of a captured order is asked with --by-hand',
  reversalClearsApproved: 'reverse.do of a paid order is asked with --by-hand',
  capturesInSteps: 'deposit.do of a held order is asked with --by-hand',
  leastOperationMinor: 'the parts are larger',
  operationsTakeOrderNumber: 'operations name the order by its id',
  bindingPaymentWants: 'no card is stored',
  allowedFeatures: 'no feature is asked for',
  utcOffsetMinutes: 'no question depends on the hour',
  terminalId: 'terminals are not compared',
  unknownOrderHttpStatus: 'acknowledgeTransaction.do is not asked',
  namelessCallHttpStatus: 'calls of the card page are not asked',
  generalTextCodes: 'the text of such a code is compared by its letters only',
  callbackKind: 'callbacks are not asked for',
};

/** Whether a row of both profiles can be the reason of a difference. */
export const explains = (
  fact: keyof BankFacts,
  [mine, theirs]: readonly [Bank, Bank],
  { place }: Difference,
  question: string,
): boolean => {
  const effect = rowEffects[fact];
  if (!effect?.questions.test(question)) return false;
  return (typeof effect.places === 'function' ? effect.places(mine, theirs) : effect.places).test(place);
};
