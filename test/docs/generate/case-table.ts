import { shopCases } from '../../../contracts/shop/cases/all.ts';

/** The cases in which a shop is verified: what a right shop does, and what a shop suffers that does not. */
export const caseTable = (head: string, inWords = (text: string): string => text): string =>
  [
    head,
    '| --- | --- | --- |',
    ...shopCases.map(({ id, title, harm }) => `| \`${id}\` | ${inWords(title)} | ${inWords(harm)} |`),
  ].join('\n');
