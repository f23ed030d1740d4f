import type { Bank } from '../../../simulator/banks/bank.ts';
import type { RawAnswer } from '../../drift/ask-gateway.ts';
import { jsonOf, refusalCodeOf } from '../../drift/shape/shape-of.ts';
import { CannotTry } from '../../report/cannot-try.ts';

/**
 * Refuses a gateway by its first answer: a wrong password must not be sent dozens of times, because a bank locks the login
 * after a few, and another server would differ in everything. `url`: the whole address that was asked. @throws CannotTry
 */
export const checkFirstAnswer = ({ httpStatus, body }: RawAnswer, url: string, bank: Bank): void => {
  const answer = jsonOf(body);
  const code = refusalCodeOf(answer);
  if (httpStatus === 403 && answer === undefined)
    throw new CannotTry(
      'this host refuses the call with HTTP 403 and no JSON, as a firewall does; nothing else was asked. Does it know the address of this machine?',
    );
  if (code === '5' || httpStatus === 401 || httpStatus === 403)
    throw new CannotTry(
      `the gateway refuses the login (HTTP ${httpStatus}${code === '5' ? ', errorCode 5' : ''}); nothing else was asked`,
    );
  if (httpStatus === 404 || answer === undefined)
    throw new CannotTry(
      `${url}: there is no gateway at this address (HTTP ${httpStatus}); nothing else was asked${usualAddress(url, bank)}`,
    );
};

/** A hint, if the address has another path. */
const usualAddress = (url: string, { name, basePath }: Bank): string => {
  const { origin, pathname } = new URL(url);
  return pathname.startsWith(`${basePath}/rest/`)
    ? ''
    : `. The gateway of ${name} has the path ${basePath}/rest/: ${origin}${basePath}/rest/`;
};
