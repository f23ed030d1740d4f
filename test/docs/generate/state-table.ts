import { providerStates } from '../../../simulator/provider-states/all.ts';

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** The provider states of the contracts: the remark of each, its values and its parameters. */
export const stateTable = (head: string, inWords = (about: string): string => about): string =>
  [
    head,
    '| --- | --- | --- | --- |',
    ...Object.entries(providerStates).map(
      ([sentence, { about = '', gives, takes }]) =>
        `| \`${sentence}\` | ${about && inWords(about)} | ${listed(gives)} | ${listed(takes)} |`,
    ),
  ].join('\n');
