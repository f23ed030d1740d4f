import { join } from 'node:path';
import { type CallFacts, callFacts } from '../../../contracts/pact/call-facts.ts';
import { describeAnswer } from '../../../contracts/pact/describe-answer.ts';
import { type Interaction, readPact } from '../../../contracts/pact/pact-file.ts';

const pactFile = join(import.meta.dirname, '../../../contracts/pacts/shop-gateway.json');

const sourceOf = ({ source }: CallFacts): string => (source.startsWith('http') ? `<${source}>` : source);

/** The situations of a call, and the answer in each. */
const section = (call: CallFacts, interactions: readonly Interaction[]): string =>
  [
    `## \`${call.address}\``,
    '',
    `${call.meaning} Source: ${sourceOf(call)}`,
    '',
    ...interactions.map((one) => `- ${one.description}: \`${describeAnswer(one).replaceAll('`', "'")}\``),
  ].join('\n');

/** docs/contract-calls.md: the contract in words, call by call. */
export const contractCallsPage = (): string => {
  const { interactions } = readPact(pactFile);
  const sections = callFacts.flatMap((call) => {
    const own = interactions.filter(({ request }) => request?.path === call.address);
    return own.length > 0 ? [section(call, own)] : [];
  });
  return `# Contract, call by call

<!-- Written by \`npm run docs\` from contracts/pacts/shop-gateway.json. -->

These are the answers that tillbox and its [contract](contract.md) agree on: each situation of each call, and the answer in a line. Values are exact, except those in angle brackets: they have a pattern or a type. An answer may have further keys.

${sections.join('\n\n')}
`;
};
