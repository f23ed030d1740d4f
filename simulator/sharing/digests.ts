import { afterMachineTime, type Cancel } from '../runtime/machine-time.ts';

/** Told how many events there were since it was last told, and the id of the last one. */
export type Tell = (count: number, lastId: number) => void;

/** Who only wants to know that something happened: the first event at once, then at most once in `everyMs`. */
export interface Digest {
  readonly everyMs: number;
  readonly tell: Tell;
}

/** All who want to know the same are told together, so that an event costs no more the more there are of them. */
interface Group {
  readonly merchant: string | undefined;
  readonly everyMs: number;
  /** With the number of events that each has been told of. */
  readonly told: Map<Tell, number>;
  count: number;
  lastId: number;
  cancel: Cancel | undefined;
}

const tellAll = (group: Group): void => {
  group.cancel = undefined;
  const news = [...group.told].filter(([, told]) => told < group.count);
  if (news.length === 0) return;
  group.cancel = afterMachineTime(group.everyMs, () => tellAll(group));
  for (const [tell, told] of news) {
    group.told.set(tell, group.count);
    tell(group.count - told, group.lastId);
  }
};

export const createDigests = () => {
  let groups: readonly Group[] = [];

  const groupOf = (merchant: string | undefined, everyMs: number): Group => {
    const known = groups.find((group) => group.merchant === merchant && group.everyMs === everyMs);
    if (known) return known;
    const group: Group = { merchant, everyMs, told: new Map(), count: 0, lastId: 0, cancel: undefined };
    groups = [...groups, group];
    return group;
  };

  return {
    /** An event of this merchant. */
    add: (merchant: string, id: number): void => {
      for (const group of groups) {
        if (group.merchant !== undefined && group.merchant !== merchant) continue;
        group.count++;
        group.lastId = id;
        if (!group.cancel) tellAll(group);
      }
    },
    /** Of one merchant, or of all. Ends with the returned function. */
    subscribe: (merchant: string | undefined, { everyMs, tell }: Digest): Cancel => {
      const group = groupOf(merchant, everyMs);
      group.told.set(tell, group.count);
      return () => {
        group.told.delete(tell);
        if (group.told.size > 0) return;
        group.cancel?.();
        groups = groups.filter((one) => one !== group);
      };
    },
    stop: (): void => {
      for (const { cancel } of groups) cancel?.();
      groups = [];
    },
  };
};
