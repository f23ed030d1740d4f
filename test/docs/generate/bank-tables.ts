import { banks } from '../../../simulator/banks/all.ts';
import type { Bank, BankFacts } from '../../../simulator/banks/bank.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { sources } from '../../../simulator/data/sources.ts';

type Fact = keyof BankFacts;

/** What each fact is about, as a reader of the tables wants it. */
const names: Readonly<Record<Fact, string>> = {
  title: 'name',
  hosts: 'hosts of the real gateway',
  basePath: 'path of the gateway',
  currency: 'currency by default',
  currencies: 'currencies taken',
  defaultLanguage: 'language by default',
  languages: 'languages',
  refusesOtherLanguages: 'refuses other languages',
  contentType: 'content type',
  orderNumberLength: 'longest `orderNumber`',
  generatesOrderNumber: 'makes an `orderNumber` where there is none',
  wantsCart: '`orderBundle` is mandatory',
  formUrl: '`formUrl`, behind `merchants/`',
  expiredActionCode: '`actionCode` of an order that nobody paid in time',
  threeDsVersion: '3-D Secure',
  capturedReversal: 'reverse.do makes of a captured payment',
  reversalClearsApproved: 'a reversal clears `approvedAmount`',
  capturesInSteps: 'captures in several steps (status 8)',
  tellsPartRefunds: 'status 7 for a part refund',
  leastOperationMinor: 'least amount to capture or refund, in minor units',
  operationsTakeOrderNumber: 'operations find an order by `orderNumber`',
  bindingPaymentWants: 'paymentOrderBinding.do wants',
  utcOffsetMinutes: 'minutes east of UTC',
  terminalId: '`terminalId`',
  country: 'country',
  results: '`errorCode`',
  legacyKeys: 'keys of getOrderStatus.do',
  panMask: 'mask of card numbers',
  panKeys: 'masked number in `cardAuthInfo`',
  statusVersion: 'version of getOrderStatusExtended.do',
  unknownOrderHttpStatus: 'HTTP status for an unknown order',
  callbackKind: 'callbacks',
  errorCodes: 'own error codes',
};

const facts = Object.keys(names) as Fact[];

const shown = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'nothing';
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${shown(entry)}`);
  return entries.length > 0 ? entries.join('; ') : 'none';
};

const styles = ({ results }: Bank): string =>
  Object.entries(results)
    .map(([family, { success, refusal }]) => `${family}: ${success}, refused: ${refusal}`)
    .join('; ');

const sureness = { doc: 'documented', client: 'seen', guess: 'guess' } as const;

const row = (bank: Bank, fact: Fact): string => {
  const [source, confidence, note = ''] = bank.provenance[fact];
  const value = fact === 'results' ? styles(bank) : shown(bank[fact]);
  return `| ${names[fact]} | ${value} | ${sureness[confidence]} | ${source} | ${note} |`;
};

const table = (bank: Bank, chosen: readonly Fact[]): string =>
  [
    '| what | value | how sure | source | |',
    '| --- | --- | --- | --- | --- |',
    ...chosen.map((fact) => row(bank, fact)),
  ].join('\n');

const differs = (bank: Bank, fact: Fact): boolean => JSON.stringify(bank[fact]) !== JSON.stringify(bereke[fact]);

const section = (bank: Bank): string =>
  bank === bereke
    ? `## ${bank.name}, the default\n\n${table(bank, facts)}`
    : `## ${bank.name}\n\nEverything else is as at ${bereke.name}.\n\n${table(
        bank,
        facts.filter((fact) => differs(bank, fact)),
      )}`;

const usedSources = (): string =>
  [...new Set(banks.flatMap(({ provenance }) => Object.values(provenance).map(([source]) => source)))]
    .toSorted()
    .map((source) => `| ${source} | ${sources[source]} |`)
    .join('\n');

/** docs/banks.md, out of the profiles. */
export const banksPage = (): string => `# Banks

\`BANK=<name> npm start\` imitates the gateway of another bank; in process it is \`startSimulator({ bank: 'dsk' })\`. A merchant may
have a bank of its own: \`merchants: [{ login, password, bank: 'arca' }]\`. Two more things are settings of a merchant at
the real gateway, and so they are here: \`STATUS_VERSION\` and \`ERROR_CODE_STYLE\`, or \`statusVersion\` and
\`errorCodeStyle\`.

How \`errorCode\` stands: \`text\` is \`"0"\`, \`number\` is \`0\`, \`absent\` is not there, \`flagged\` is a text with \`error\`
beside it, \`doubled\` is a number with \`errorCodeString\` and \`error\`. This page is written by
\`npm run docs\` out of [the profiles](../simulator/banks).

${banks.map(section).join('\n\n')}

## Sources

| name | where |
| --- | --- |
${usedSources()}
`;
