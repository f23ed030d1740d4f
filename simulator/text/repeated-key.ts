/** An object or a list that is open, and the place in it. */
interface Level {
  /** The names so far; undefined in a list. */
  readonly names: Set<string> | undefined;
  at: string | number;
}

/** The path of the first name that stands twice in the same object of a right JSON text, of which JSON.parse takes the last. */
export const repeatedKey = (json: string): readonly (string | number)[] | undefined => {
  const levels: Level[] = [];
  let level: Level | undefined;
  let isName = false;
  for (let at = 0; at < json.length; at += 1) {
    const mark = json[at];
    if (mark === '"') {
      const end = endOfText(json, at);
      if (isName && level?.names) {
        const name = textBetween(json, at, end);
        level.at = name;
        if (level.names.has(name)) return levels.map((one) => one.at);
        level.names.add(name);
      }
      isName = false;
      at = end;
    } else if (mark === '{' || mark === '[') {
      level = mark === '{' ? { names: new Set(), at: '' } : { names: undefined, at: 0 };
      levels.push(level);
      isName = mark === '{';
    } else if (mark === '}' || mark === ']') {
      levels.pop();
      level = levels.at(-1);
    } else if (mark === ',' && level) {
      isName = level.names !== undefined;
      if (!isName) level.at = Number(level.at) + 1;
    }
  }
  return undefined;
};

/** Where the text ends that begins here: at the quotation mark without an odd number of backslashes before it. */
const endOfText = (json: string, start: number): number => {
  let end = json.indexOf('"', start + 1);
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end;
};

const isEscaped = (json: string, place: number): boolean => {
  let before = place - 1;
  while (json[before] === '\\') before -= 1;
  return (place - before) % 2 === 0;
};

const textBetween = (json: string, start: number, end: number): string => {
  const raw = json.slice(start + 1, end);
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
};
