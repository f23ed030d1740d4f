import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** A fenced block of a page, without its fences. */
export interface Block {
  readonly language: string;
  /** Of `sh [curl]` it is `curl`. */
  readonly label?: string;
  readonly text: string;
}

/** A block of commands that a page prints. */
export interface ShellBlock {
  /** The page, relative to the root. */
  readonly page: string;
  readonly text: string;
  /** The output that the page shows right after it, if any. */
  readonly output?: string;
}

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'shell', 'console', 'zsh']);

/** Every fenced block of a page. */
export const blocksIn = (page: string): readonly Block[] => blocksOf(readFileSync(join(root, page), 'utf8'));

/** Every fenced block of a text. */
export const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(/^( *)```(\w*)(?: \[(.+)\])?[^\n]*\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = '', language = '', label, text = '']) => ({
      language,
      ...(label !== undefined && { label }),
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );

/** Languages of blocks that show what commands print. */
const outputs: ReadonlySet<string> = new Set(['json', 'text']);

/** The blocks of commands of a page. */
export const shellBlocksIn = (page: string): readonly ShellBlock[] =>
  blocksIn(page).flatMap(({ language, text }, index, blocks) => {
    if (!shells.has(language)) return [];
    const next = blocks[index + 1];
    const output = next !== undefined && outputs.has(next.language) ? next.text : undefined;
    return [{ page, text, ...(output !== undefined && { output }) }];
  });
