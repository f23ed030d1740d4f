import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const docs = path.join(import.meta.dirname, '../../../docs');
const recipes = path.join(docs, 'recipes');

/** A page about recipes: where it is, what it says, and what it would say with the files that it shows as they are now. */
export interface RecipePage {
  readonly file: string;
  readonly text: string;
  readonly current: string;
}

/** Every page below docs/recipes, or below docs/ru/recipes, which shows the same files. */
export const recipePages = (language: 'en' | 'ru'): readonly RecipePage[] =>
  ['.', ...readdirSync(recipes)]
    .map((name) => ({ name, file: path.join(docs, language === 'ru' ? 'ru' : '', 'recipes', name, 'README.md') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const text = readFileSync(file, 'utf8');
      return { file, text, current: withFiles(text, path.join(recipes, name)) };
    });

/** Between `<!-- name -->` and `<!-- /name -->` stands the file of that name. */
const withFiles = (text: string, folder: string): string =>
  text.replace(/<!-- ([\w.-]+) -->\n[\s\S]*?<!-- \/\1 -->/g, (_, name: string) => {
    const content = readFileSync(path.join(folder, name), 'utf8');
    return `<!-- ${name} -->\n\`\`\`${path.extname(name).slice(1)}\n${content}\`\`\`\n<!-- /${name} -->`;
  });
