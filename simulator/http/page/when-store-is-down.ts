import type { Context } from '../../context.ts';
import { logUnavailable } from '../call/fault.ts';
import type { Visit } from './page-request.ts';

/**
 * Makes a page, or lets its surface say that this is impossible, where the store keeps and reads nothing at the moment.
 * Undefined: that was said, and nothing else is to be sent.
 */
export const unlessUnavailable =
  ({ log }: Pick<Context, 'log'>, say: (visit: Visit) => void) =>
  <Seen extends Visit, Answer>(page: (visit: Seen) => Promise<Answer> | Answer) =>
  async (visit: Seen): Promise<Answer | undefined> => {
    try {
      return await page(visit);
    } catch (error) {
      if (!logUnavailable(log, error)) throw error;
      say(visit);
      return undefined;
    }
  };
