import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { banks } from '../../../simulator/banks/all.ts';
import { bankJsonSchema, bankSchemaFile } from '../../../simulator/banks/own-bank/bank-json-schema.ts';
import { callExamplesFile } from '../../../simulator/control/openapi/call-examples.ts';
import { scenarioJsonSchema, schemaFile } from '../../../simulator/scenario-engine/definition/json-schema.ts';
import { banksPage } from './bank-tables.ts';
import { contractPages } from './contract-page.ts';
import { isControlApiCurrent } from './control-api.ts';
import { endpointMeaningsModule, endpointNamesModule } from './endpoint-names.ts';
import { callExamplesJson } from './examples/call-examples.ts';
import { homePages } from './home-pages.ts';
import { knownNameModules } from './known-names.ts';
import { pagesWithTables, withTables } from './page-tables.ts';
import { recipePages } from './recipe-pages.ts';
import { requestFiles } from './requests/request-files.ts';
import { russianPages } from './russian/pages.ts';
import { inEnglish } from './say.ts';
import { english, scenarioCatalogue } from './scenario-catalogue.ts';
import { writingPage } from './scenario-language/page.ts';
import { writers } from './scenario-language/writers.ts';

const modules = {
  'simulator/data/endpoint-names.ts': endpointNamesModule(),
  'simulator/data/endpoint-meanings.ts': endpointMeaningsModule(),
  ...knownNameModules(),
};
const changed = Object.entries(modules).filter(([file, text]) => {
  const url = new URL(`../../../${file}`, import.meta.url);
  if (existsSync(url) && readFileSync(url, 'utf8') === text) return false;
  writeFileSync(url, text);
  return true;
});
// This process has loaded the modules as they were: another one writes the pages.
if (changed.length > 0) {
  execFileSync(process.execPath, [import.meta.filename], { stdio: 'inherit' });
  process.exit();
}
for (const page of pagesWithTables) {
  const file = new URL(`../../../${page}`, import.meta.url);
  writeFileSync(file, withTables(readFileSync(file, 'utf8')));
}
for (const { file, current } of contractPages()) writeFileSync(file, current);
writeFileSync(new URL('../../../docs/banks.md', import.meta.url), await banksPage(inEnglish));
for (const { file: page, current } of [...recipePages('en'), ...recipePages('ru')]) writeFileSync(page, current);
writeFileSync(new URL('../../../docs/scenarios.md', import.meta.url), await scenarioCatalogue(english));
writeFileSync(new URL('../../../docs/ru/banks.md', import.meta.url), await banksPage(russianPages.banks));
writeFileSync(
  new URL('../../../docs/ru/scenarios.md', import.meta.url),
  await scenarioCatalogue(russianPages.scenarios),
);
mkdirSync(new URL('../../../docs/requests', import.meta.url), { recursive: true });
for (const [file, text] of Object.entries(await requestFiles()))
  writeFileSync(new URL(`../../../docs/requests/${file}`, import.meta.url), text);
writeFileSync(schemaFile, scenarioJsonSchema());
writeFileSync(bankSchemaFile, bankJsonSchema());
writeFileSync(callExamplesFile, await callExamplesJson(banks));
mkdirSync(new URL('../../../docs/ru', import.meta.url), { recursive: true });
writeFileSync(new URL('../../../docs/writing-scenarios.md', import.meta.url), writingPage(writers.en));
writeFileSync(new URL('../../../docs/ru/writing-scenarios.md', import.meta.url), writingPage(writers.ru));
// These list the titles of all pages, so they come last.
for (const { file: page, current } of homePages()) writeFileSync(page, current);
// Its generator comes from the registry, so it runs only if it has to.
if (!isControlApiCurrent()) await import('./write-control-api.ts');
