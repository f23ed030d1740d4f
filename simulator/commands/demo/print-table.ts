/** Rows as text in aligned columns; the first row is the head. */
export const printTable = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
};

/** Callbacks in one cell. Repeated ones are counted: `deposited=0 x3`. */
export const inOneCell = (callbacks: readonly string[]): string => {
  const runs: { readonly callback: string; times: number }[] = [];
  for (const callback of callbacks) {
    const last = runs.at(-1);
    if (last?.callback === callback) last.times++;
    else runs.push({ callback, times: 1 });
  }
  return runs.map(({ callback, times }) => (times > 1 ? `${callback} x${times}` : callback)).join(' ');
};
