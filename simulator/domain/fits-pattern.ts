import { Script } from 'node:vm';

/** Time limit for one text, in milliseconds; an honest pattern takes far less. */
const mostMs = 100;

/** Two repeating parts can share a text in so many ways that trying all of them never ends. */
const canRunAway = /[*+{?].*[*+{]/s;

const test = new Script('expression.test(text)');

/** Whether a text fits an untrusted regular expression, within the time limit. @throws SyntaxError */
export const fitsPattern = (pattern: string, text: string): boolean => {
  const expression = new RegExp(pattern);
  if (!canRunAway.test(pattern)) return expression.test(text);
  try {
    return test.runInNewContext({ expression, text }, { timeout: mostMs }) === true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
};
