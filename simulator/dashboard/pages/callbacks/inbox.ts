import { CallbackForged, checkCallback, checkJwtCallback } from '../../../../client/index.ts';
import { inboxPath, inboxUrls } from '../../../callbacks/inbox/inbox-address.ts';
import { viewFrom } from '../../../http/page/view-from.ts';
import { type EntryView, readEntries } from '../../../inspection/journal/journal.ts';
import type { Visit } from '../../page.ts';

/** So many of the last ones are shown. */
const mostShown = 20;

/** The inbox of the merchant: what came, and whether its checksum is right. */
export const inboxOf = async (visit: Visit, here: string): Promise<string> => {
  const { say, ui, context, origin } = visit;
  const { login, callbacks } = context.merchant;
  const [url = ''] = inboxUrls(login, context.options);
  const came = await readEntries(context, { path: inboxPath(login), limit: mostShown });
  return fillInbox({
    say,
    ui,
    view: {
      here,
      url,
      outside: `${origin}${inboxPath(login)}`,
      isUsed: callbacks?.url === url,
      isOn: context.journal.isOn,
      rows: came.toReversed().map((entry) => ({
        number: entry.number,
        method: entry.method,
        time: ui.timeOrDay(Date.parse(entry.at), visit.context.clock.now()),
        what: textIn(entry, 'operation') || (tokenIn(entry) === undefined ? say('no callback') : say('a token')),
        order: textIn(entry, 'orderNumber'),
        check: checkOf(visit, entry),
        text: Object.entries(entry.parameters)
          .flatMap(([name, value]) => [value].flat().map((one) => (one === '' ? name : `${name}=${one}`)))
          .join('\n'),
      })),
    },
  });
};

const textIn = ({ parameters }: EntryView, name: string): string => String([parameters[name] ?? ''].flat()[0] ?? '');

/** The JSON Web Token that was the whole body. */
const tokenIn = ({ parameters }: EntryView): string | undefined =>
  Object.keys(parameters).find((name) => parameters[name] === '' && /^[\w-]+\.[\w-]+\.[\w-]*$/.test(name));

interface Checked {
  readonly tone: 'good' | 'bad' | 'created';
  readonly says: string;
}

/** Neither a number in hexadecimal digits nor a token has an asterisk of its own. */
const isMasked = (proof: string): boolean => proof.includes('*');

/** Whether a shop could trust it, by the rules of the client of this package. */
const checkOf = ({ say, context }: Visit, entry: EntryView): Checked => {
  const token = context.merchant.callbacks?.token;
  const jwt = tokenIn(entry);
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(entry.parameters))
    for (const one of [value].flat()) form.append(name, one);
  const isRsa = form.has('sign_alias');
  if (isMasked(jwt ?? form.get('checksum') ?? ''))
    return { tone: 'created', says: say('not checked: some of its digits look like a card number and are hidden') };
  if (token === undefined && !isRsa) return { tone: 'created', says: say('not checked: the merchant has no token') };
  try {
    if (isRsa) checkCallback(form, { certificate: context.keys().certificate });
    else if (jwt === undefined) checkCallback(form, { token: token ?? '' });
    else checkJwtCallback(jwt, { token: token ?? '', nowMs: Date.parse(entry.at) });
    return { tone: 'good', says: say('Checksum is right') };
  } catch (error) {
    if (!(error instanceof CallbackForged)) throw error;
    return {
      tone: 'bad',
      says: jwt === undefined && !form.has('checksum') ? say('No checksum') : say('Checksum is wrong'),
    };
  }
};

const fillInbox = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('inbox.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);
