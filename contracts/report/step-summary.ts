/** What stands in a cell: plain text, or several, each on a line of its own. */
type Cell = string | readonly string[];

export interface SummaryPart {
  readonly heading: string;
  readonly sentence: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A part of the summary of a step in GitHub Actions, in Markdown; without rows it has no table. */
export const summaryOf = ({ heading, sentence, head, rows }: SummaryPart): string => {
  const table = ['', line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(cell)))];
  return [`### ${text(heading)}`, '', sentence, ...(rows.length === 0 ? [] : table), '', ''].join('\n');
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const cell = (content: Cell): string =>
  [content]
    .flat()
    .map((plain) => text(plain).replaceAll(/\s+/g, ' '))
    .join('<br>');

const text = (plain: string): string => plain.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
