/** `  - key: value` by its parts. */
const partsOf = (line) => {
  const [, indent = '', dashes = '', rest = ''] = /^(\s*)((?:- +|-$)*)(.*)$/.exec(line) ?? [];
  return { indent: indent.length, column: indent.length + dashes.length, items: dashes.split('-').length - 1, rest };
};

/** The keys around the end of a line's rest, also within braces; the last word, and whether it is a value. */
const withinLine = (rest) => {
  const frames = [{ keys: [], key: undefined }];
  let word = '';
  for (const [index, letter] of [...rest].entries()) {
    const frame = frames.at(-1);
    if (letter === '{' || letter === '[') {
      const keys = [...frame.keys, ...(frame.key === undefined ? [] : [frame.key]), ...(letter === '[' ? ['-'] : [])];
      frames.push({ keys, key: undefined, isList: letter === '[' });
      word = '';
    } else if ((letter === '}' || letter === ']') && frames.length > 1) {
      frames.pop();
      word = '';
    } else if (letter === ',' && frames.length > 1) {
      frame.key = undefined;
      word = '';
    } else if (letter === ':' && !frame.isList && frame.key === undefined && (rest[index + 1] ?? ' ') === ' ') {
      frame.key = word.trim();
      word = '';
    } else word += letter;
  }
  const { keys, key } = frames.at(-1);
  return { keys: key === undefined ? keys : [...keys, key], word: word.trimStart(), isValue: key !== undefined };
};

/** The keys of the lines above that hold this one; `-` stands for an item of a list. */
const around = (lines, from) => {
  const keys = [];
  let { indent: column, items } = from;
  if (items === 0) column = from.column;
  for (let count = items; count > 0; count -= 1) keys.unshift('-');
  for (const line of lines.toReversed()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const parts = partsOf(line);
    const key = /^([\w$-]+):\s*$/.exec(parts.rest)?.[1];
    const isParent = parts.column < column || (items > 0 && parts.items === 0 && parts.column === column);
    if (isParent && key !== undefined) keys.unshift(key);
    else if (parts.items === 0 || parts.column !== column || items > 0) continue;
    for (let count = parts.items; count > 0; count -= 1) keys.unshift('-');
    items = parts.items;
    column = parts.items > 0 ? parts.indent : parts.column;
  }
  return keys;
};

/** Where in a YAML text the cursor is: the keys around it, the word before it, and whether that is a value. */
export const placeAt = (before) => {
  const lines = before.split('\n');
  const here = partsOf(lines.pop());
  const { keys, word, isValue } = withinLine(here.rest);
  return { path: [...around(lines, here), ...keys], word, isValue };
};

const forms = (schema) => [
  schema,
  ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((all) => (all ?? []).flatMap(forms)),
];

const below = (schemas, key) =>
  schemas.flatMap(forms).flatMap((schema) => {
    const next = key === '-' ? schema.items : schema.properties?.[key];
    return next ? [next] : [];
  });

/** The words that a schema allows at a place, each with its meaning, those that begin like the word first. */
export const wordsAt = (schema, { path, word, isValue }) => {
  const here = path.reduce(below, [schema]).flatMap(forms);
  const keys = isValue ? [] : here.flatMap(({ properties = {} }) => Object.entries(properties));
  const values = here.flatMap(({ enum: all = [], enumDescriptions = [], type }) => [
    ...all.map((value, index) => [String(value), enumDescriptions[index]]),
    ...(type === 'boolean' && all.length === 0 ? [['true'], ['false']] : []),
  ]);
  const found = new Map([
    ...values.map(([text, about]) => [text, { text, about }]),
    ...keys.map(([key, { description }]) => [key, { text: `${key}: `, about: description }]),
  ]);
  const wanted = word.toLowerCase();
  const hits = [...found].filter(([name]) => name.toLowerCase().includes(wanted)).map(([, hit]) => hit);
  const starts = ({ text }) => text.toLowerCase().startsWith(wanted);
  const likest =
    wanted === '' ? hits : hits.filter(starts).toSorted((one, other) => one.text.length - other.text.length);
  return [...likest, ...hits.filter((hit) => !likest.includes(hit))];
};
