import { Script } from 'node:vm';

/** How long a text may be looked at, in milliseconds: far longer than an honest pattern takes. */
const mostMs = 100;

/** Where two parts of a pattern repeat, they can share a text in so many ways that trying all of them never ends. */
const canRunAway = /[*+{?].*[*+{]/s;

const look = new Script('expression.test(text)');

/**
 * Whether a text fits a regular expression of somebody else. One that does not come to an end does not fit, and holds up
 * nobody. @throws SyntaxError where it is no regular expression.
 */
export const fitsPattern = (pattern: string, text: string): boolean => {
  const expression = new RegExp(pattern);
  if (!canRunAway.test(pattern)) return expression.test(text);
  try {
    return look.runInNewContext({ expression, text }, { timeout: mostMs }) === true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
};
