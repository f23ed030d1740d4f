import type { Context } from '../context.ts';
import { addressTexts } from '../data/person-texts.ts';
import { Refused } from '../domain/errors/refused.ts';
import { replyToRefusal } from '../http/call/call-replies.ts';
import type { OpenRequest } from '../http/open-request.ts';
import type { Route } from '../http/pipeline.ts';
import { hiderFor } from '../http/read/hide-parameters.ts';
import { parameter } from '../http/read/parameters.ts';
import { readParameters } from '../http/read/read-parameters.ts';
import { isForPerson, readerOf } from '../http/read/reader.ts';
import type { Reply } from '../http/reply.ts';
import { meantAddress } from '../http/unknown/meant-address.ts';
import { shownPath, unknownAddress } from '../http/unknown/unknown-address.ts';
import { renderRefusal } from './answers/render-refusal.ts';

const hideParameters = hiderFor([]);

/**
 * The calls below the base path that are not known, such as a newer `*.do`: a program is answered in JSON, as a shop reads it,
 * with errorCode 7 and the name of the call.
 */
export const unknownCallRoute = (context: Context): ((path: string) => Route | undefined) => {
  const base = `${context.bank.basePath}/`;
  const route: Route = {
    surface: 'api',
    isForOwnSite: true,
    admitsLinks: true,
    keepsText: true,
    answer: async (open) => {
      const { record, request } = open;
      record.parameters = hideParameters(await readParameters(request));
      // As it says, because no password is checked.
      record.namedLogin = parameter(record.parameters, 'userName') ?? '';
      return isForPerson(request) ? unknownAddress(context, open) : refusal(context, open);
    },
  };
  return (path) => (path.startsWith(base) && /\.do\/?$/i.test(path) ? route : undefined);
};

const refusal = (context: Context, { request, method, path }: OpenRequest): Reply => {
  const { basePath } = context.bank;
  const language = readerOf(request, context.bank);
  const shown = shownPath(path);
  const meant = meantAddress(path, basePath);
  const nameOf = (address: string): string => address.slice(basePath.length + 1).replace(/^rest\//, '');
  const hint = meant === undefined ? '' : ` (${addressTexts[language].meant}: ${nameOf(meant)})`;
  const detail = `there is no ${shown}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
  context.log.warn({ requestId: context.requestIdOf(request), method, path: shown }, detail);
  const refused = new Refused('not-imitated', { value: nameOf(shown) + hint });
  return replyToRefusal(refused, { access: 'anyone', renderRefusal }, context, language);
};
