import { banks } from '../../../simulator/banks/all.ts';
import type { Bank } from '../../../simulator/banks/bank.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { differs, type Fact, factInWords, factNames, facts, sureness } from '../../../simulator/banks/fact-words.ts';
import {
  answerLanguages,
  countrySpellings,
  isFurther,
  pageLanguagesOf,
} from '../../../simulator/data/page-languages.ts';
import { sources } from '../../../simulator/data/sources.ts';
import { modulesOf } from '../../journeys/modules/all.ts';
import { firstSteps } from './bank-first-steps.ts';
import type { Say } from './say.ts';

const countryCodes = Object.entries(countrySpellings)
  .map(([code, language]) => `\`${code}\` = \`${language}\``)
  .join(', ');

const row = (bank: Bank, fact: Fact, say: Say): string => {
  const [source, confidence, note] = bank.provenance[fact];
  return `| ${say(factNames[fact])} | ${factInWords(bank, fact, say)} | ${say(sureness[confidence])} | ${source} | ${note ? say(note) : ''} |`;
};

const table = (bank: Bank, chosen: readonly Fact[], say: Say): string =>
  [
    say('| what | value | how sure | source | |'),
    '| --- | --- | --- | --- | --- |',
    ...chosen.map((fact) => row(bank, fact, say)),
  ].join('\n');

/** The modules from which the journeys of a bank begin, each once. */
const moduleLine = ({ name }: Bank, say: Say): string => {
  const links = new Map(modulesOf(name).map((module) => [module.name, `[${module.name}](${module.source})`]));
  return say('The tests play whole sales with what public modules for this bank send: {modules}.', {
    modules: [...links.values()].join(', '),
  });
};

const section = async (bank: Bank, say: Say): Promise<string> => {
  const isDefault = bank === bereke;
  const title = isDefault ? say('{bank}, the default', { bank: bank.name }) : bank.name;
  const chosen = isDefault ? facts : facts.filter((fact) => differs(bank, bereke, fact));
  const rest = isDefault ? say('All facts:') : say('Everything that differs from {bank}:', { bank: bereke.name });
  return `## ${title}\n\n${await firstSteps(bank, say)}\n\n${moduleLine(bank, say)}\n\n${rest}\n\n${table(bank, chosen, say)}`;
};

/** The languages of each bank, and which of them the pages and the answers here speak. */
const languageTable = (say: Say): string =>
  [
    say('| bank | `language` | pages | answers | how sure | source |'),
    '| --- | --- | --- | --- | --- | --- |',
    ...banks.map((bank) => {
      const [source, confidence] = bank.provenance.languages;
      const pages = pageLanguagesOf(bank);
      const answers = pages.filter((language) => !isFurther(language) || answerLanguages.includes(language));
      return `| ${[bank.name, bank.languages.join(', '), pages.join(', '), answers.join(', '), say(sureness[confidence]), source].join(' | ')} |`;
    }),
  ].join('\n');

const usedSources = (say: Say): string =>
  [...new Set(banks.flatMap(({ provenance }) => Object.values(provenance).map(([source]) => source)))]
    .filter((source) => typeof source === 'string')
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
  '`BANK=./my-bank.yaml npm start` imitates a bank that is not on this page: [a file](own-bank.md) says how it differs from one that is.',
)}

${say(
  'Each bank begins with what to send and what to expect, and a first order that you can register as it stands: start the gateway with the first command, and run the second one in another terminal. The table after them has every fact with its source.',
)}

${say(
  'How `errorCode` stands in the tables: `text` is `"0"`, `number` is `0`, `absent` is not there, `flagged` is a text with `error` beside it, `doubled` is a number with `errorCodeString` and `error`. This page is written by `npm run docs` out of [the profiles](../simulator/banks).',
)}

${sections.join('\n\n')}

## ${say('Languages')}

${say(
  'A page, or an answer, whose language has no texts here is in the default language of the bank, or in English; the address keeps the code that was sent. Codes of countries stand for languages: {codes}. English, Russian and Kazakh are spoken to every shop, whatever its bank lists.',
  { codes: countryCodes },
)}

${languageTable(say)}

${say('All texts are our own, not those of the banks; native speakers have not read them yet, apart from English and Russian.')}

## ${say('Sources')}

${say('| name | where |')}
| --- | --- |
${usedSources(say)}
`;
};
