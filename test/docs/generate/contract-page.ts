import { join } from 'node:path';
import { type CallFacts, callFacts } from '../../../contracts/pact/call-facts.ts';
import { describeAnswer } from '../../../contracts/pact/describe-answer.ts';
import { type Interaction, readPact } from '../../../contracts/pact/pact-file.ts';

const pactFile = join(import.meta.dirname, '../../../contracts/pacts/shop-gateway.json');

const sourceOf = ({ source }: CallFacts): string => (source.startsWith('http') ? `<${source}>` : source);

/** The words of a page. */
interface Words {
  readonly title: string;
  readonly about: string;
  readonly source: string;
  readonly meaningOf: (call: CallFacts) => string;
}

const english: Words = {
  title: 'Contract, call by call',
  about:
    'These are the answers that tillbox and its [contract](contract-testing.md) agree on: each situation of each call, and the answer in a line. Values are exact, except those in angle brackets: they have a pattern or a type. An answer may have further keys.',
  source: 'Source',
  meaningOf: ({ meaning }) => meaning,
};

const russian: Words = {
  title: 'Контракт по вызовам',
  about:
    'Ответы, о которых договорились tillbox и его [контракт](contract-testing.md): каждая ситуация каждого вызова и ответ одной строкой. Ситуации названы по-английски, как в самом контракте. Значения точные, кроме значений в угловых скобках: для них указан шаблон или тип. В ответе могут быть и другие ключи.',
  source: 'Источник',
  meaningOf: ({ meaningInRussian }) => meaningInRussian,
};

/** The situations of a call, and the answer in each. */
const section = (call: CallFacts, interactions: readonly Interaction[], { source, meaningOf }: Words): string =>
  [
    `## \`${call.address}\``,
    '',
    `${meaningOf(call)} ${source}: ${sourceOf(call)}`,
    '',
    ...interactions.map((one) => `- ${one.description}: \`${describeAnswer(one).replaceAll('`', "'")}\``),
  ].join('\n');

const page = (words: Words): string => {
  const { interactions } = readPact(pactFile);
  const sections = callFacts.flatMap((call) => {
    const own = interactions.filter(({ request }) => request?.path === call.address);
    return own.length > 0 ? [section(call, own, words)] : [];
  });
  return `# ${words.title}

<!-- Written by \`npm run docs\` from contracts/pacts/shop-gateway.json. -->

${words.about}

${sections.join('\n\n')}
`;
};

const docs = join(import.meta.dirname, '../../../docs');

/** The contract in words, call by call, in English and in Russian. */
export const contractPages = (): readonly { readonly file: string; readonly current: string }[] => [
  { file: join(docs, 'contract.md'), current: page(english) },
  { file: join(docs, 'ru/contract.md'), current: page(russian) },
];
