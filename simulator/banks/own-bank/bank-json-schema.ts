import { publishedSchema } from '../../files/published-schema.ts';
import { bankDefinition } from './bank-definition.ts';

export const bankSchemaFile = new URL('../../../docs/bank.schema.json', import.meta.url);

/** The published JSON Schema of a bank's file. */
export const bankJsonSchema = (): string => publishedSchema(bankDefinition(), 'urn:tillbox:bank:1');
