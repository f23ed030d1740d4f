import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** A fenced block of a page, without its fences. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** A block of commands that a page prints. */
export interface ShellBlock {
  /** The page, relative to the root. */
  readonly page: string;
  readonly text: string;
  /** The JSON block that follows it: its answer. */
  readonly answer?: string;
}

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'shell', 'console', 'zsh']);

/** Every fenced block of a page. */
export const blocksIn = (page: string): readonly Block[] => blocksOf(readFileSync(join(root, page), 'utf8'));

/** Every fenced block of a text. */
export const blocksOf = (text: string): readonly Block[] =>
  [...text.matchAll(/^( *)```(\w*)[^\n]*\n([\s\S]*?)^\1```$/gm)].map(([, indent = '', language = '', text = '']) => ({
    language,
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));

/** The blocks of commands of a page. */
export const shellBlocksIn = (page: string): readonly ShellBlock[] =>
  blocksIn(page).flatMap(({ language, text }, index, blocks) => {
    if (!shells.has(language)) return [];
    const next = blocks[index + 1];
    return [{ page, text, ...(next?.language === 'json' && { answer: next.text }) }];
  });
