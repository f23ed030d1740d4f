import { banks } from '../../../simulator/banks/all.ts';
import type { Bank, BankFacts } from '../../../simulator/banks/bank.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { sources } from '../../../simulator/data/sources.ts';
import { firstSteps } from './bank-first-steps.ts';
import type { Say } from './say.ts';

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

const shown = (value: unknown, say: Say): string => {
  if (typeof value === 'boolean') return value ? say('yes') : say('no');
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : say('nothing');
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${shown(entry, say)}`);
  return entries.length > 0 ? entries.join('; ') : say('none');
};

const styles = ({ results }: Bank, say: Say): string =>
  Object.entries(results)
    .map(([family, { success, refusal }]) =>
      say('{family}: {success}, refused: {refusal}', { family, success, refusal }),
    )
    .join('; ');

const sureness = { doc: 'documented', client: 'seen', guess: 'guess' } as const;

const row = (bank: Bank, fact: Fact, say: Say): string => {
  const [source, confidence, note] = bank.provenance[fact];
  const value = fact === 'results' ? styles(bank, say) : shown(bank[fact], say);
  return `| ${say(names[fact])} | ${value} | ${say(sureness[confidence])} | ${source} | ${note ? say(note) : ''} |`;
};

const table = (bank: Bank, chosen: readonly Fact[], say: Say): string =>
  [
    say('| what | value | how sure | source | |'),
    '| --- | --- | --- | --- | --- |',
    ...chosen.map((fact) => row(bank, fact, say)),
  ].join('\n');

const differs = (bank: Bank, fact: Fact): boolean => JSON.stringify(bank[fact]) !== JSON.stringify(bereke[fact]);

const section = async (bank: Bank, say: Say): Promise<string> => {
  const isDefault = bank === bereke;
  const title = isDefault ? say('{bank}, the default', { bank: bank.name }) : bank.name;
  const chosen = isDefault ? facts : facts.filter((fact) => differs(bank, fact));
  const rest = isDefault ? say('All facts:') : say('Everything that differs from {bank}:', { bank: bereke.name });
  return `## ${title}\n\n${await firstSteps(bank, say)}\n\n${rest}\n\n${table(bank, chosen, say)}`;
};

const usedSources = (say: Say): string =>
  [...new Set(banks.flatMap(({ provenance }) => Object.values(provenance).map(([source]) => source)))]
    .toSorted()
    .map((source) => `| ${source} | ${shownSource(sources[source], say)} |`)
    .join('\n');

const shownSource = (source: string, say: Say): string => (source.startsWith('https:') ? source : say(source));

/** docs/banks.md, out of the profiles. */
export const banksPage = async (say: Say): Promise<string> => {
  const sections: string[] = [];
  for (const bank of banks) sections.push(await section(bank, say));
  return `# ${say('Banks')}

${say(
  "`BANK=<name> npm start` imitates the gateway of another bank; in process it is `startSimulator({ bank: 'dsk' })`. A merchant may have a bank of its own: `merchants: [{ login, password, bank: 'arca' }]`. Two more things are settings of a merchant at the real gateway, and so they are here: `STATUS_VERSION` and `ERROR_CODE_STYLE`, or `statusVersion` and `errorCodeStyle`.",
)}

${say(
  'Each bank begins with what to send and what to expect, and a first order that you can register as it stands: start the gateway with the first command, and run the second one in another terminal. The table after them has every fact with its source.',
)}

${say(
  'How `errorCode` stands in the tables: `text` is `"0"`, `number` is `0`, `absent` is not there, `flagged` is a text with `error` beside it, `doubled` is a number with `errorCodeString` and `error`. This page is written by `npm run docs` out of [the profiles](../simulator/banks).',
)}

${sections.join('\n\n')}

## ${say('Sources')}

${say('| name | where |')}
| --- | --- |
${usedSources(say)}
`;
};
