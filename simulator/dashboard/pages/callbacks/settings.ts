import { viewFrom } from '../../../http/page/view-from.ts';
import type { Visit } from '../../page.ts';
import { controlCurl, merchantPath } from '../../ui/control-call.ts';
import { withoutUser } from '../../ui/pairs.ts';

/** Where callbacks go, and a test callback. */
export const settingsOf = async (visit: Visit, here: string): Promise<string> => {
  const { say, ui, context } = visit;
  const { url, method = 'GET' } = context.merchant.callbacks ?? {};
  const path = merchantPath(visit);
  const shown = url === undefined ? '' : withoutUser(url);
  const changed = { callbacks: { url: shown || 'http://127.0.0.1:3001/callback', method } };
  return fillSettings({
    say,
    ui,
    view: {
      here,
      // A password in an address is no part of a page: who changes such an address types it anew.
      url: shown === url ? shown : '',
      hasHidden: shown !== (url ?? ''),
      isSet: url !== undefined,
      method,
      setCurl: controlCurl(visit, { method: 'PATCH', path, body: changed }),
      testCurl: [
        { method: 'POST', path: `${path}/callbacks/test` },
        { method: 'POST', path: `${path}/callbacks/pause` },
        { method: 'POST', path: `${path}/callbacks/run` },
      ]
        .map((call) => controlCurl(visit, call as never))
        .join('\n\n'),
    },
  });
};

const fillSettings = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('settings.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);
