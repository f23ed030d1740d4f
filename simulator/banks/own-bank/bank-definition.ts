import { z } from 'zod';
import type { Confidence } from '../../data/sources.ts';
import { mapping, oneOf, text, wordOf } from '../../files/schema-parts.ts';
import { banks } from '../all.ts';
import type { BankFacts } from '../bank.ts';
import { type Fact, factNames } from '../fact-words.ts';
import { factSchemas } from './fact-schemas.ts';

const builtIn = banks.map(({ name }) => name);

/** What a file has besides facts. */
const heads = {
  $schema: text('the path of a schema')
    .exactOptional()
    .describe('The schema of a JSON file, for editors; tillbox does not read it.'),
  extends: oneOf(
    builtIn,
    Object.fromEntries(banks.map(({ name, title }) => [name, title])),
    `a bank of tillbox (${builtIn.join(', ')})`,
  ).describe(
    'The bank of tillbox whose facts hold unless the file says otherwise: the one with the most similar gateway.',
  ),
  name: z
    .string({ error: 'a name of small letters, digits and dashes, such as my-bank' })
    .regex(/^[a-z][a-z\d-]{0,39}$/, { error: 'a name of small letters, digits and dashes, such as my-bank' })
    .refine((name) => !builtIn.includes(name), { error: 'another name than that of a bank of tillbox' })
    .describe('The name of the bank in the settings of merchants, in metrics and in reports.'),
};

const confidences: Readonly<Record<Confidence, string>> = {
  doc: 'Documentation of the bank.',
  client: 'Recorded, or deduced from a client that works.',
  guess: 'Inferred.',
};

const date = 'a day or a month, such as 2026-11-30 or 2026-11';

/** A fact with its source. */
const withSource = <Schema extends z.ZodType>(schema: Schema) =>
  mapping(
    {
      value: schema,
      source: text('a text').exactOptional().describe('Where the value comes from. Default: own file.'),
      confidence: wordOf(confidences, 'a word for how sure it is')
        .exactOptional()
        .describe('How sure the value is. Default: guess.'),
      note: text('a text').exactOptional().describe('What else there is to say about it.'),
      seenOn: z
        .string({ error: date })
        .regex(/^\d{4}-\d\d(?:-\d\d)?$/, { error: date })
        .exactOptional()
        .describe("When the bank's test host answered so, as a day or a month."),
      asked: text('a text').exactOptional().describe('What the test host was asked.'),
    },
    'a value, with its source, confidence, note, seenOn and asked',
  );

/** A fact in a file with its source. */
export interface SourcedFact<Value = unknown> {
  readonly value: Value;
  readonly source?: string;
  readonly confidence?: Confidence;
  readonly note?: string;
  readonly seenOn?: string;
  readonly asked?: string;
}

/** Whether a fact stands with its source, rather than as a bare value. */
export const isSourced = (given: unknown): given is SourcedFact =>
  typeof given === 'object' && given !== null && Object.hasOwn(given, 'value');

type FormOf = (fact: Fact, schema: z.ZodType) => z.ZodType;

const definitionWith = (formOf: FormOf) => {
  const facts = Object.entries(factSchemas).map(([fact, schema]) => [
    fact,
    formOf(fact as Fact, schema)
      .exactOptional()
      .describe(factNames[fact as Fact]),
  ]);
  return mapping({ ...heads, ...(Object.fromEntries(facts) as Readonly<Record<Fact, z.ZodType>>) }, 'a bank').meta({
    title: 'tillbox bank',
    description: 'A bank that does not come with tillbox, as the differences from one that does.',
  });
};

/** The content of a file. */
export type BankBody = Readonly<Record<'extends' | 'name', string>> & {
  readonly [Name in Fact]?: BankFacts[Name] | SourcedFact<BankFacts[Name]>;
};

/** The definition for one body: each fact in the form that it has there, so that a mistake is about that form. */
export const definitionFor = (body: unknown): z.ZodType<BankBody> =>
  definitionWith((fact, schema) =>
    isSourced((body as Readonly<Record<string, unknown>> | null)?.[fact]) ? withSource(schema) : schema,
  ) as unknown as z.ZodType<BankBody>;

/** The definition of every body, for the published JSON Schema. */
export const bankDefinition = (): z.ZodType => definitionWith((_, schema) => z.union([schema, withSource(schema)]));
