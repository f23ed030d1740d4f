import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema, schemaFile } from './json-schema.ts';

writeFileSync(schemaFile, scenarioJsonSchema());
