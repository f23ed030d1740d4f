import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

export const typeScriptFiles = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** Files, each with the files of the project that it imports, also by type and by `import()`. */
export type Imports = ReadonlyMap<string, readonly string[]>;

export const importsOf = (files: readonly string[]): Imports =>
  new Map(
    files.map((file) => [
      file,
      [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
        relative(root, join(root, dirname(file), path)),
      ),
    ]),
  );

export interface Exception {
  /** A room such as `commands`, or a tree such as `contracts`. */
  readonly from: string;
  /** A file or folder. */
  readonly to: string;
  readonly because: string;
}

export interface Rules {
  /** Rooms of simulator/ from the bottom up; a file at its top is a room of its own. */
  readonly layers: readonly (readonly string[])[];
  /** The files of client/ that others may import, and the rooms and trees that may. */
  readonly clientUsers: readonly string[];
  readonly clientDoors: readonly string[];
  /** The files of simulator/ that contracts/ may import. */
  readonly simulatorDoors: readonly string[];
  readonly exceptions: readonly Exception[];
}

const treeOf = (file: string): string => file.split('/')[0] ?? '';

/** `gateway` for a file of simulator/gateway/, `config.ts` for a file at the top of simulator/; any other file: its tree. */
const roomOf = (file: string): string => (treeOf(file) === 'simulator' ? (file.split('/')[1] ?? '') : treeOf(file));

const liesIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);

/** Why one file may not import another; undefined if it may. */
const breachOf = (file: string, imported: string, rules: Rules): string | undefined => {
  const [tree, target] = [treeOf(file), treeOf(imported)];
  const [from, to] = [roomOf(file), roomOf(imported)];
  if (from === to) return undefined;
  if (rules.exceptions.some((row) => row.from === from && liesIn(imported, row.to))) return undefined;
  if (target === 'client') {
    if (!rules.clientUsers.includes(from)) return `${from} does not know client/`;
    return rules.clientDoors.includes(imported) ? undefined : 'not a door of client/';
  }
  if (tree === 'contracts') return rules.simulatorDoors.includes(imported) ? undefined : 'not a door of simulator/';
  if (tree === 'client' || target !== 'simulator') return `${tree}/ does not know ${target}/`;
  const layerOf = (room: string): number => rules.layers.findIndex((rooms) => rooms.includes(room));
  const [layer, below] = [layerOf(from), layerOf(to)];
  if (layer < 0 || below < 0) return `${layer < 0 ? from : to} has no layer`;
  if (below === layer) return 'beside it';
  return below < layer ? undefined : 'above it';
};

/** Every import that the rules refuse, as a sentence. */
export const importBreaches = (imports: Imports, rules: Rules): readonly string[] =>
  [...imports].flatMap(([file, all]) =>
    all.flatMap((imported) => {
      const breach = breachOf(file, imported, rules);
      return breach ? [`${file} imports ${imported}: ${breach}`] : [];
    }),
  );

/** Exceptions without which nothing would be refused. */
export const needlessExceptions = (imports: Imports, rules: Rules): readonly Exception[] =>
  rules.exceptions.filter((row) => {
    const others = { ...rules, exceptions: rules.exceptions.filter((other) => other !== row) };
    return importBreaches(imports, others).length === importBreaches(imports, rules).length;
  });

/** The circles of files that import one another (strongly connected components, after Tarjan), each sorted. */
export const circles = (imports: Imports): readonly (readonly string[])[] => {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const lower = (file: string, to: number | undefined): void => {
    lowest.set(file, Math.min(lowest.get(file) ?? 0, to ?? 0));
  };
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) ?? 0);
    stack.push(file);
    for (const imported of imports.get(file) ?? []) {
      if (!order.has(imported)) {
        visit(imported);
        lower(file, lowest.get(imported));
      } else if (stack.includes(imported)) lower(file, order.get(imported));
    }
    if (lowest.get(file) === order.get(file)) found.push(stack.splice(stack.indexOf(file)).toSorted());
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found.filter((files) => files.length > 1 || imports.get(files[0] ?? '')?.includes(files[0] ?? ''));
};
