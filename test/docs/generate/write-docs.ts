import { readFileSync, writeFileSync } from 'node:fs';
import { scenarioJsonSchema, schemaFile } from '../../../simulator/scenario-engine/definition/json-schema.ts';
import { banksPage } from './bank-tables.ts';
import { contractCallsPage } from './contract-calls.ts';
import { isControlApiCurrent } from './control-api.ts';
import { endpointNamesModule } from './endpoint-names.ts';
import { knownNameModules } from './known-names.ts';
import { pagesWithTables, withTables } from './page-tables.ts';
import { recipePages } from './recipe-pages.ts';
import { scenarioCatalogue } from './scenario-catalogue.ts';

writeFileSync(new URL('../../../simulator/data/endpoint-names.ts', import.meta.url), endpointNamesModule());
for (const [file, text] of Object.entries(knownNameModules()))
  writeFileSync(new URL(`../../../${file}`, import.meta.url), text);
for (const page of pagesWithTables) {
  const file = new URL(`../../../${page}`, import.meta.url);
  writeFileSync(file, withTables(readFileSync(file, 'utf8')));
}
writeFileSync(new URL('../../../docs/banks.md', import.meta.url), banksPage());
writeFileSync(new URL('../../../docs/contract-calls.md', import.meta.url), contractCallsPage());
for (const { file: page, current } of [...recipePages('en'), ...recipePages('ru')]) writeFileSync(page, current);
writeFileSync(new URL('../../../docs/scenarios.md', import.meta.url), await scenarioCatalogue());
writeFileSync(schemaFile, scenarioJsonSchema());
// Its generator comes from the registry, so it runs only if it has to.
if (!isControlApiCurrent()) await import('./write-control-api.ts');
