import { banks } from '../../../simulator/banks/all.ts';
import type { Bank, BankFacts } from '../../../simulator/banks/bank.ts';
import { lastWithAuthType, statusFields } from '../../../simulator/data/status-fields.ts';
import type { RefusalReason } from '../../../simulator/domain/errors/refused.ts';
import type { KeptAnswer } from '../answer.ts';
import { jsonOf, refusalCodeOf } from '../shape/shape-of.ts';

/** A fact with a value that could be that of the bank. */
export type Candidate = {
  readonly [Fact in keyof BankFacts]: { readonly fact: Fact; readonly value: BankFacts[Fact] };
}[keyof BankFacts];

/** Facts that answers to the questions can show. */
const visibleFacts = [
  'contentType',
  'results',
  'errorCodes',
  'currencies',
  'wantsCustomer',
  'registrationWants',
  'paramsWanted',
  'leastAmountMinor',
  'orderNumberLength',
  'generatesOrderNumber',
  'refusesOtherLanguages',
  'languages',
  'defaultLanguage',
  'checksCardAtZero',
  'formUrl',
  'basePath',
  'legacyKeys',
  'legacyTellsParams',
  'statusVersion',
  'panMask',
  'panKeys',
  'country',
  'tellsPartRefunds',
  'paymentAttempts',
  'leastOperationMinor',
  'returnParameters',
  'threeDsVersion',
  'capturesInSteps',
  'capturedReversal',
  'reversalClearsApproved',
] as const satisfies readonly (keyof BankFacts)[];

/** Facts that only paid orders show. */
const shownByPayments: ReadonlySet<keyof BankFacts> = new Set([
  'panMask',
  'panKeys',
  'country',
  'tellsPartRefunds',
  'paymentAttempts',
  'returnParameters',
  'threeDsVersion',
  'capturesInSteps',
  'capturedReversal',
  'reversalClearsApproved',
]);

/** The reason for which a question is refused. */
const reasons: Readonly<Record<string, RefusalReason>> = {
  'register-no-amount': 'amount-missing',
  'register-number-used': 'order-number-registered',
  'register-no-return': 'parameter-missing',
  'register-currency-unknown': 'currency-unknown',
  'card-refund-too-much': 'refund-too-large',
  'status-unknown': 'order-not-found',
  'status-no-order': 'order-id-or-number-expected',
};

/** Those that add or drop a field. */
const statusVersions = [...statusFields.map(({ since }) => since), lastWithAuthType + 1];

/** What to try: values that stand in the answers, and those of the other profiles. */
export const candidatesFor = (bank: Bank, answers: readonly KeptAnswer[]): readonly Candidate[] => {
  const fromProfiles = visibleFacts.flatMap((fact) =>
    banks.map((other) => ({ fact, value: other[fact] }) as Candidate),
  );
  const flipped = (['refusesOtherLanguages', 'generatesOrderNumber', 'tellsPartRefunds'] as const).map((fact) => ({
    fact,
    value: !bank[fact],
  }));
  const all: readonly Candidate[] = [
    ...seenIn(bank, answers),
    ...fromProfiles,
    ...flipped,
    ...statusVersions.map((value) => ({ fact: 'statusVersion' as const, value })),
  ];
  const hasPaid = answers.some(({ question }) => /^(?:card|hand)-/.test(question));
  const tried = new Set(visibleFacts.map((fact) => keyOf({ fact, value: bank[fact] } as Candidate)));
  return all
    .filter(({ fact }) => hasPaid || !shownByPayments.has(fact))
    .filter((candidate) => !tried.has(keyOf(candidate)) && tried.add(keyOf(candidate)));
};

const keyOf = ({ fact, value }: Candidate): string => `${fact} ${JSON.stringify(value)}`;

const seenIn = (bank: Bank, answers: readonly KeptAnswer[]): readonly Candidate[] => [
  ...unique(answers.map(({ contentType }) => contentType))
    .filter((value) => value !== '')
    .map((value) => ({ fact: 'contentType' as const, value })),
  ...answers.flatMap(({ question, body }) => {
    const reason = reasons[question];
    const code = refusalCodeOf(jsonOf(body));
    return reason === undefined || code === undefined || !/^\d{1,4}$/.test(code)
      ? []
      : [{ fact: 'errorCodes' as const, value: { ...bank.errorCodes, [reason]: code } }];
  }),
  ...unique(answers.flatMap(({ body }) => formUrlIn(jsonOf(body)) ?? [])).map((value) => ({
    fact: 'formUrl' as const,
    value,
  })),
  ...matches(answers, /"(?:maskedPan|pan|Pan)":"\d+(\D{1,10})\d{4}"/).map((value) => ({
    fact: 'panMask' as const,
    value,
  })),
  ...matches(answers, /"bankCountryCode":"([A-Z]{2})"/).map((value) => ({ fact: 'country' as const, value })),
];

/** The template of an address of the payment page. */
const formUrlIn = (answer: unknown): string | undefined => {
  const { formUrl } = (answer ?? {}) as { readonly formUrl?: unknown };
  const [, path] = /\/merchants\/([^"]+)$/.exec(typeof formUrl === 'string' ? formUrl : '') ?? [];
  return path
    ?.replaceAll('<orderId>', '{orderId}')
    .replace('<login>/', '{merchant}/')
    .replace(/_[a-z]{2}(?=\.html)/, '_{language}')
    .replace(/(?<=[?&]language=)[a-z]{2}\b/, '{language}')
    .replace(/(?<=^|\/)(?=payment[_.])/, '{view}');
};

const matches = (answers: readonly KeptAnswer[], pattern: RegExp): readonly string[] =>
  unique(answers.flatMap(({ body }) => pattern.exec(body)?.[1] ?? []));

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
