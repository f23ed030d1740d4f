import type { ExecutionContext } from 'ava';
import { eventually } from './eventually.ts';

/** Moves a clock until an answer that waits for it is there: the first move may come before the answer waits. */
export const inTime = async <T>(t: ExecutionContext, answer: Promise<T>, advance: () => Promise<void>): Promise<T> => {
  let isOver = false;
  const over = answer.finally(() => {
    isOver = true;
  });
  const moved = async (): Promise<boolean> => {
    if (!isOver) await advance();
    return isOver;
  };
  await eventually(t, moved, Boolean);
  return over;
};
