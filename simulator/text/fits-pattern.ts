import { type Part, type Repeat, readPattern } from './read-pattern.ts';

/** A text is read up to this length, in UTF-16 units; what only fits beyond it does not fit. */
export const longestText = 2_048;

/** The work of several texts and patterns, in steps; `left` falls, also below zero. */
export interface Effort {
  left: number;
}

export interface Pattern {
  /** Whether a part of the text matches. The time is at most text times pattern. */
  fits(text: string, effort?: Effort): boolean;
}

/** What a step does with its next ones: one after a letter that fits, one if an edge is here, all of them, or none. */
const end = 0;
const letter = 1;
const edge = 2;
const either = 3;

interface Step {
  readonly kind: number;
  readonly next: readonly number[];
  readonly fits?: UnitTest;
  readonly holds?: EdgeTest;
}

type UnitTest = (unit: number) => boolean;
type EdgeTest = (text: string, at: number) => boolean;

/** How many patterns are kept ready. */
const mostReady = 100;

const keepReady = (): ((source: string) => Pattern) => {
  let ready = new Map<string, Pattern>();
  return (source) => {
    const known = ready.get(source);
    if (known) return known;
    if (ready.size === mostReady) ready = new Map();
    const made = compilePattern(source);
    ready.set(source, made);
    return made;
  };
};

/** Makes a regular expression ready. @throws UnusablePattern */
export const compilePattern = (source: string): Pattern => {
  const steps: Step[] = [{ kind: end, next: [] }];
  const tests = new Map<string, UnitTest>();
  const add = (kind: number, next: readonly number[], test: Pick<Step, 'fits' | 'holds'> = {}): number =>
    steps.push({ kind, next, ...test }) - 1;

  const testOf = (text: string): UnitTest => {
    const test = tests.get(text) ?? unitTest(text);
    tests.set(text, test);
    return test;
  };

  /** Adds the steps of a part after those that follow it, and returns the first. */
  const addPart = (part: Part, next: number): number => {
    if ('part' in part) return addRepeat(part, next);
    if ('text' in part)
      return part.kind === 'letter'
        ? add(letter, [next], { fits: testOf(part.text) })
        : add(edge, [next], { holds: edges[part.text] ?? isStart });
    return part.kind === 'row'
      ? part.parts.reduceRight((after, one) => addPart(one, after), next)
      : add(
          either,
          part.parts.map((one) => addPart(one, next)),
        );
  };

  const addRepeat = ({ part, least, most }: Repeat, next: number): number => {
    let first = next;
    if (part.size === 0) return next;
    if (most === Number.POSITIVE_INFINITY) {
      const ways = [next];
      first = add(either, ways);
      ways.push(addPart(part, first));
    } else for (let count = least; count < most; count++) first = add(either, [next, addPart(part, first)]);
    for (let count = 0; count < least; count++) first = addPart(part, first);
    return first;
  };

  const first = addPart(readPattern(source), 0);
  const run = runner(steps, first);
  return { fits: (text, effort = { left: 0 }) => run(text, effort) };
};

/** Whether an untrusted regular expression matches a part of a text. */
export const fitsPattern = (
  (patternOf) =>
  (source: string, text: string): boolean =>
    patternOf(source).fits(text)
)(keepReady());

/** Goes through a text once, and keeps all steps that may come next. Arrays of numbers, because this is where time goes. */
const runner = (steps: readonly Step[], first: number): ((text: string, effort: Effort) => boolean) => {
  const kinds = Uint8Array.from(steps, ({ kind }) => kind);
  const ways = Int32Array.from(steps.flatMap(({ next }) => next));
  const waysFrom = new Int32Array(steps.length + 1);
  for (const [index, { next }] of steps.entries()) waysFrom[index + 1] = (waysFrom[index] ?? 0) + next.length;
  const fits = steps.map((step) => step.fits ?? never);
  const holds = steps.map((step) => step.holds ?? never);

  /** Where in the text each step was last reached. */
  const reachedAt = new Int32Array(steps.length);
  const open = new Int32Array(ways.length + 1);

  return (text, effort) => {
    reachedAt.fill(-1);
    let here = new Int32Array(steps.length);
    let after = new Int32Array(steps.length);
    let count = 0;
    let work = 0;

    /** Follows a step up to letters, which come after the `count` first ones in `letters`; whether the pattern is at its end. */
    const reach = (step: number, at: number, letters: Int32Array): boolean => {
      open[0] = step;
      for (let left = 1; left > 0; ) {
        const index = open[--left] as number;
        if (reachedAt[index] === at) continue;
        reachedAt[index] = at;
        work++;
        const kind = kinds[index];
        if (kind === letter) letters[count++] = index;
        else if (kind === end) return true;
        else if (kind === either || holds[index]?.(text, at))
          for (let way = waysFrom[index] as number; way < (waysFrom[index + 1] as number); way++)
            open[left++] = ways[way] as number;
      }
      return false;
    };

    const lastAt = Math.min(text.length, longestText);
    const match = (): boolean => {
      for (let at = 0; ; at++) {
        if (reach(first, at, here)) return true;
        if (at === lastAt) return false;
        const unit = text.charCodeAt(at);
        const letters = count;
        count = 0;
        for (let each = 0; each < letters; each++) {
          const index = here[each] as number;
          if (fits[index]?.(unit) && reach(ways[waysFrom[index] as number] as number, at + 1, after)) return true;
        }
        [here, after] = [after, here];
      }
    };

    const isMatch = match();
    effort.left -= work;
    return isMatch;
  };
};

const never = (): boolean => false;

/** The test of one letter, a class of letters or an escape, by JavaScript itself. */
const unitTest = (text: string): UnitTest => {
  if (text.length === 1 && text !== '.') {
    const wanted = text.charCodeAt(0);
    return (unit) => unit === wanted;
  }
  const expression = new RegExp(`^${text}$`);
  /** What is known of each letter of ASCII: 1 if it fits, 2 if not. */
  const known = new Uint8Array(128);
  let lastUnit = -1;
  let lastFits = false;
  const test = (unit: number): boolean => expression.test(String.fromCharCode(unit));
  return (unit) => {
    if (unit < known.length) {
      known[unit] ||= test(unit) ? 1 : 2;
      return known[unit] === 1;
    }
    if (unit !== lastUnit) {
      lastFits = test(unit);
      lastUnit = unit;
    }
    return lastFits;
  };
};

const isStart: EdgeTest = (_, at) => at === 0;

const isWordEdge: EdgeTest = (text, at) => isWordUnit(text, at - 1) !== isWordUnit(text, at);

const isWordUnit = (text: string, at: number): boolean => /\w/.test(text.charAt(at));

const edges: Readonly<Record<string, EdgeTest>> = {
  '^': isStart,
  $: (text, at) => at === text.length,
  '\\b': isWordEdge,
  '\\B': (text, at) => !isWordEdge(text, at),
};
