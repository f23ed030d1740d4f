import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import test from 'ava';
import { parse as parseYaml } from 'yaml';
import { bundledScenarios } from '../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { isSchemaFile } from '../../simulator/scenario-engine/definition/load-scenarios.ts';

const root = join(import.meta.dirname, '../..');
const catalogue = readFileSync(join(root, 'docs/scenarios.md'), 'utf8');
const files = readdirSync(bundledScenarios).filter((file) => !isSchemaFile(file));

/** The part of the catalogue about one scenario. */
const sectionOf = (name: string): string => {
  const [, section = ''] = catalogue.split(`\n### ${name}\n`);
  return section.split(/\n##+ /)[0] ?? '';
};

test('the catalogue shows the file of every scenario', (t) => {
  t.true(files.length > 100);
  for (const file of files) {
    const { name, ext } = parse(file);
    const [, shown = ''] =
      new RegExp(`<summary>${file}</summary>\n\n\`\`\`${ext.slice(1)}\n([\\s\\S]*?)\`\`\`\n`).exec(sectionOf(name)) ??
      [];

    t.deepEqual(parseYaml(shown), parseYaml(readFileSync(join(bundledScenarios, file), 'utf8')), file);
  }
});

test('the schema of a file is named in its first line, where editors look for it, and not in the catalogue', (t) => {
  const unnamed = files.filter(
    (file) =>
      !/^(# yaml-language-server: \$schema=\.\/scenario\.schema\.json\n|\{\n {2}"\$schema": "\.\/scenario\.schema\.json",\n)/.test(
        readFileSync(join(bundledScenarios, file), 'utf8'),
      ),
  );

  t.deepEqual(unnamed, []);
  t.false(catalogue.includes('# yaml-language-server'));
});
