import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Markdown, State, Token } from './markdown.ts';
import { docs } from './pages.ts';

/**
 * Shows the files of a recipe: their names above those that the page contains, between `<!-- payment.test.ts -->` and
 * `<!-- /payment.test.ts -->`, and the other files of its folder below the page.
 */
export const recipeFiles = ({ core, utils }: Markdown): void =>
  core.ruler.push('recipe-files', (state) => {
    const title = (name: string): string => `<p class="file-name">${utils.escapeHtml(name)}</p>\n`;
    const shown = new Set<string>();
    for (const [index, token] of state.tokens.entries()) {
      const name = nameIn(token);
      if (name === undefined || state.tokens[index + 1]?.type !== 'fence') continue;
      token.content = title(name);
      shown.add(name);
    }
    for (const file of filesBeside(state).filter((one) => !shown.has(path.basename(one))))
      state.tokens.push(
        tokenOf(state, 'html_block', { content: title(path.basename(file)) }),
        tokenOf(state, 'fence', { content: readFileSync(file, 'utf8'), info: languageOf(file) }),
      );
  });

const nameIn = ({ type, content }: Token): string | undefined =>
  type === 'html_block' ? /^<!-- ([\w.-]+) -->\s*$/.exec(content)?.[1] : undefined;

/** The files of a recipe beside its page. A Russian page has those of the English one. */
const filesBeside = ({ env }: State): readonly string[] => {
  const page = path.relative(docs, env.realPath ?? env.path).replaceAll(path.sep, '/');
  const [, recipe] = /^(?:ru\/)?recipes\/([^/]+)\/README\.md$/.exec(page) ?? [];
  if (recipe === undefined) return [];
  const folder = path.join(docs, 'recipes', recipe);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ name }) => path.join(folder, name));
};

const tokenOf = (state: State, type: string, texts: Partial<Pick<Token, 'content' | 'info'>>): Token => {
  const token = new state.Token(type, type === 'fence' ? 'code' : '', 0);
  return Object.assign(token, { block: true, map: null, markup: '```', ...texts });
};

const languageOf = (file: string): string => (file.endsWith('.mod') ? 'txt' : path.extname(file).slice(1));
