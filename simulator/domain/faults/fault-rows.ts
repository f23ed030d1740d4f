/** The rows of a table for the kinds that a fault has, in the order of the table, each with the setting of its kind. */
export const rowsOf = <Row>(
  table: Readonly<Record<string, Row>>,
  settings: object = {},
): readonly (readonly [row: Row, setting: never])[] =>
  Object.entries(table).flatMap(([kind, row]) => {
    const setting = (settings as Readonly<Record<string, unknown>>)[kind];
    return setting === undefined ? [] : [[row, setting as never] as const];
  });

/** A fault in words, with the gateway or the callback as their subject. */
export const describeFault = (
  table: Readonly<Record<string, { readonly describe: (setting: never) => string }>>,
  settings: object,
): string =>
  rowsOf(table, settings)
    .map(([{ describe }, setting]) => describe(setting))
    .join(', ');
