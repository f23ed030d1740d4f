import type { Reply } from './connection.ts';
import type { Surface, Target } from './targets.ts';

/** Who answered how often, and with what. */
export interface Shares {
  readonly note: (target: Target, reply: Reply) => void;
  /** How many of a hundred requests got past the door. */
  readonly pastDoor: () => number;
  /** Targets that can be answered well, and never were. */
  readonly neverWell: (targets: readonly Target[]) => readonly string[];
  /** One line for each surface. */
  readonly lines: () => readonly string[];
}

const classes = ['well', 'refused', '3xx', '4xx', '5xx', 'at the door'] as const;

type Class = (typeof classes)[number];

export const countShares = (): Shares => {
  const counts = new Map<Surface, Map<Class, number>>();
  const well = new Set<Target>();
  let all = 0;
  let door = 0;
  return {
    note: (target, reply) => {
      const found = classOf(reply);
      const row = counts.get(target.surface) ?? new Map<Class, number>();
      counts.set(target.surface, row.set(found, (row.get(found) ?? 0) + 1));
      all++;
      if (found === 'at the door') door++;
      if (found === 'well' || found === '3xx') well.add(target);
    },
    pastDoor: () => (all === 0 ? 0 : ((all - door) / all) * 100),
    neverWell: (targets) =>
      [...new Set(targets)]
        .filter((target) => !target.isRefused && !target.isRare && target.surface !== 'no address' && !well.has(target))
        .map(({ method, path }) => `${method} ${path}`),
    lines: () =>
      [...counts]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([surface, row]) => {
          const sum = [...row.values()].reduce((total, count) => total + count, 0);
          const shares = classes.flatMap((name) => {
            const count = row.get(name) ?? 0;
            return count === 0 ? [] : [`${name} ${((count / sum) * 100).toFixed(1)} %`];
          });
          return `${surface.padEnd(14)}${String(sum).padStart(8)}: ${shares.join(', ')}`;
        }),
  };
};

/** Refused before anything of a request is looked at: by the guard, or because it is no HTTP. */
const isAtDoor = ({ status, body }: Reply): boolean =>
  [403, 417, 421, 431].includes(status) || (status === 400 && (body === '' || body.includes('Host header')));

const classOf = (reply: Reply): Class => {
  const { status, contentType, body } = reply;
  if (isAtDoor(reply)) return 'at the door';
  if (status >= 500) return '5xx';
  if (status >= 400) return '4xx';
  if (status >= 300) return '3xx';
  return contentType.startsWith('application/json') && isRefusal(body) ? 'refused' : 'well';
};

/** The merchant API refuses with HTTP 200. */
const isRefusal = (body: string): boolean =>
  body.length < 4_000 &&
  (/"errorCode":"?(?!0\b)-?\d/.test(body) || /"status":"FAIL/.test(body) || /"success":false/.test(body));
