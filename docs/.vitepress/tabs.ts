import type { Markdown, Token } from './markdown.ts';

/** Makes tabs of blocks of code in a row that have labels, such as `sh [curl]`. */
export const tabs = ({ core }: Markdown): void =>
  core.ruler.push('tabs', (state) => {
    const mark = (nesting: 1 | -1): Token => {
      const token = new state.Token(`container_code-group_${nesting === 1 ? 'open' : 'close'}`, 'div', nesting);
      token.block = true;
      return token;
    };
    state.tokens = rows(state.tokens).flatMap((row) => (row.length > 1 ? [mark(1), ...row, mark(-1)] : row));
  });

const isLabelled = ({ type, info }: Token): boolean => type === 'fence' && /\s\[.+\]/.test(info);

/** The tokens in order, labelled blocks in a row together, every other token alone. */
const rows = (tokens: readonly Token[]): Token[][] => {
  const all: Token[][] = [];
  for (const token of tokens) {
    const last = all.at(-1);
    if (last?.[0] && isLabelled(last[0]) && isLabelled(token)) last.push(token);
    else all.push([token]);
  }
  return all;
};
