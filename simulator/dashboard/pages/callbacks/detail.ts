import { viewFrom } from '../../../http/page/view-from.ts';
import type { CallbackDetail } from '../../../inspection/callbacks/callbacks.ts';
import type { Visit } from '../../page.ts';
import { controlCurl, merchantPath } from '../../ui/control-call.ts';
import { failureText } from '../../ui/failure-text.ts';
import { colouredForm, colouredSigned, colouredUrl, withoutUser } from '../../ui/pairs.ts';
import { faultWords } from '../scenarios/scenario-words.ts';
import { fieldOf } from './fields.ts';
import { stateOf } from './states.ts';

/** One callback: its tries, its request, the proof of its checksum, and what can be done with it. */
export const detailOf = (visit: Visit, callback: CallbackDetail, here: string): string => {
  const { say, ui, link } = visit;
  const { request, checksum, signedText, orderId, tries } = callback;
  return fillDetail({
    say,
    ui,
    view: {
      callback,
      here,
      back: link('/callbacks', {
        state: visit.query.get('state') || undefined,
        order: visit.query.get('order') || undefined,
      }),
      state: stateOf(visit, callback),
      fault: callback.fault && faultOf(visit, callback, callback.fault.sentence),
      orderNumber: fieldOf(callback, 'orderNumber'),
      orderHref: orderId === undefined ? undefined : link(`/orders/${encodeURIComponent(orderId)}`),
      amount: fieldOf(callback, 'amount'),
      tries: tries.map(({ at, httpStatus, error, byHand, tookMs, answer }) => ({
        isGood: httpStatus === 200,
        time: ui.timeOrDay(Date.parse(at), visit.context.clock.now()),
        end: httpStatus === undefined ? failureText(say, error) : `HTTP ${httpStatus}`,
        ms: tookMs === undefined ? '' : say('{count} ms', { count: tookMs }),
        answer,
        byHand,
      })),
      request: {
        method: request.method,
        url: colouredUrl(withoutUser(request.url)),
        headers: Object.entries(request.headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n'),
        body: request.body === undefined ? undefined : colouredForm(request.body),
      },
      check: checksum && {
        ...checksum,
        signed: checksum.kind === 'jwt' ? undefined : colouredSigned(signedText ?? ''),
        signedText: signedText ?? '',
        length: [...(signedText ?? '')].length,
        computed: checksum.computed,
      },
      hasToken: visit.context.merchant.callbacks?.token !== undefined,
      curl: callsOf(visit, callback)
        .map((call) => controlCurl(visit, call))
        .join('\n\n'),
      code: codeOf(visit, callback),
    },
  });
};

/** What a scenario, or a person, has done to it. The words of a scenario begin with the operations that it is for. */
const faultOf = (visit: Visit, { operation }: CallbackDetail, sentence: string): string =>
  faultWords(visit, sentence, sentence.startsWith('any ') ? 'any' : operation);

/** The calls that the buttons of the page make. */
const callsOf = (visit: Visit, { id, fields }: CallbackDetail) => {
  const path = `${merchantPath(visit)}/callbacks/${encodeURIComponent(id)}/resend` as const;
  const hasAmount = fields.some(({ name }) => name === 'amount');
  const bodies = [
    undefined,
    { times: 2 },
    { delay: '5m' },
    { checksum: 'wrong' },
    { fields: hasAmount ? { amount: '1' } : { status: '0' } },
    { to: 'http://127.0.0.1:3001/other' },
  ];
  return bodies.map((body) => ({ method: 'POST' as const, path, ...(body && { body }) }));
};

const codeOf = ({ context }: Visit, { id }: CallbackDetail): string =>
  [
    "import { SandboxClient } from 'tillbox/client';",
    '',
    'const sandbox = new SandboxClient({ url, token });',
    `await sandbox.callbacks.resend(${JSON.stringify(context.merchant.login)}, ${JSON.stringify(id)}, { checksum: 'wrong' });`,
  ].join('\n');

const fillDetail = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('detail.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);
