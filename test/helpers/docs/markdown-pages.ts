import { globSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');

/** Every page of the repository, relative to the root, except those below the given places. */
export const markdownPages = (...except: readonly string[]): readonly string[] =>
  ['*.md', '.github/*.md', 'docs/**/*.md', 'contracts/*.md']
    // The dependencies of the site lie in docs/ once it has been built.
    .flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['docs/node_modules', ...except] }))
    .map((page) => page.replaceAll(path.sep, '/'))
    .toSorted();
