/** The row of a table under a name that a shop has chosen: `constructor` and `__proto__` are names as any. */
export const ownIn = <Row>(table: Readonly<Record<string, Row>>, name: string): Row | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
