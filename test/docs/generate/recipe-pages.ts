import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const recipes = path.join(import.meta.dirname, '../../../docs/recipes');

/** A page about recipes: where it is, what it says, and what it would say with the files that it shows as they are now. */
export interface RecipePage {
  readonly file: string;
  readonly text: string;
  readonly current: string;
}

/** Every page below docs/recipes. */
export const recipePages = (): readonly RecipePage[] =>
  ['.', ...readdirSync(recipes)]
    .map((name) => path.join(recipes, name, 'README.md'))
    .filter((file) => existsSync(file))
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      return { file, text, current: withFiles(text, path.dirname(file)) };
    });

/** Between `<!-- name -->` and `<!-- /name -->` stands the file of that name. */
const withFiles = (text: string, folder: string): string =>
  text.replace(/<!-- ([\w.-]+) -->\n[\s\S]*?<!-- \/\1 -->/g, (_, name: string) => {
    const content = readFileSync(path.join(folder, name), 'utf8');
    return `<!-- ${name} -->\n\`\`\`${path.extname(name).slice(1)}\n${content}\`\`\`\n<!-- /${name} -->`;
  });
