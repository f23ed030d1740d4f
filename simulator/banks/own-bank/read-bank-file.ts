import { readFile } from 'node:fs/promises';
import { currencyNumber } from '../../data/currencies.ts';
import type { Confidence } from '../../data/sources.ts';
import { mistakesIn, type Where, whereIn } from '../../files/mistakes.ts';
import { readFileBody } from '../../files/read-file-body.ts';
import { ConfigError } from '../../options/config-error.ts';
import { knownBank } from '../all.ts';
import type { Bank, BankFacts, Provenance } from '../bank.ts';
import { type Fact, facts } from '../fact-words.ts';
import { type BankBody, definitionFor, isSourced } from './bank-definition.ts';

/** Reads the file of a bank. @throws ConfigError with a line for each mistake */
export const readBankFile = async (path: string): Promise<Bank> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(`${path}: expected the file of a bank, but it cannot be read (${error.code})`);
  });
  return readBankText(path, text);
};

const readBankText = (file: string, text: string): Bank => {
  const { body, lineOf } = readFileBody(file, text, { refuse: (message) => new ConfigError(message) });
  const where = whereIn(file, { file, lineOf });
  const checked = definitionFor(body).safeParse(body, { reportInput: true });
  if (!checked.success) throw new ConfigError(mistakesIn(checked.error.issues, where).join('\n'));
  const bank = bankFromBody(checked.data);
  const contradictions = contradictionsIn(bank, checked.data, where);
  if (contradictions.length > 0) throw new ConfigError(contradictions.join('\n'));
  return bank;
};

/** The source of facts that a file gives without one. */
const ownFile = 'own file';

/** Facts without a source of their own are no better than guesses. */
const unsure: Confidence = 'guess';

/** The bank that a file extends, with the facts of the file. The name for customers is that of the file, never of the other bank. */
const bankFromBody = ({ extends: base, name, ...given }: BankBody): Bank => {
  const { name: _, provenance, ...inherited } = knownBank(base);
  const own = facts.flatMap((fact) => {
    const value = fact === 'title' ? (given.title ?? name) : given[fact];
    return value === undefined ? [] : [[fact, value] as const];
  });
  const values = {
    ...inherited,
    ...withNumbers(Object.fromEntries(own.map(([fact, value]) => [fact, isSourced(value) ? value.value : value]))),
  };
  const { test } = values.hosts;
  return {
    name,
    ...values,
    provenance: { ...provenance, ...Object.fromEntries(own.map(([fact, value]) => [fact, provenanceOf(value, test)])) },
  };
};

/** `testHost`: where a fact of the file was seen. */
const provenanceOf = (given: unknown, testHost: string | undefined): Provenance => {
  if (!isSourced(given)) return [{ words: ownFile }, unsure];
  const { source = ownFile, confidence = unsure, note, seenOn, asked } = given;
  const isSeen = seenOn !== undefined || asked !== undefined;
  if (!isSeen) return note === undefined ? [{ words: source }, confidence] : [{ words: source }, confidence, note];
  return [
    { words: source },
    confidence,
    note ?? '',
    {
      ...(testHost && { at: testHost }),
      ...(seenOn !== undefined && { on: seenOn }),
      ...(asked !== undefined && { asked }),
    },
  ];
};

/** Currencies by their numbers, as the gateway has them. */
const withNumbers = (own: Partial<BankFacts>): Partial<BankFacts> => ({
  ...own,
  ...(own.currency !== undefined && { currency: currencyNumber(own.currency) }),
  ...(own.currencies && { currencies: own.currencies.map(currencyNumber) }),
});

/** Facts that do not go together, each at the line of the one that the file has. */
const contradictionsIn = (bank: Bank, body: BankBody, where: Where): readonly string[] => {
  const { currency, currencies, defaultLanguage, languages } = bank;
  const lacks = (list: Fact, fact: Fact, value: string): string =>
    `${where([body[list] === undefined ? fact : list])}: ${list}: expected ${value} among them, the ${fact}`;
  return [
    ...(currencies.includes(currency) ? [] : [lacks('currencies', 'currency', currency)]),
    ...(languages.includes(defaultLanguage) ? [] : [lacks('languages', 'defaultLanguage', defaultLanguage)]),
  ];
};
