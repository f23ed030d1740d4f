import { escapeHtml, viewFrom } from '../../../http/page/view-from.ts';
import type { EntryView } from '../../../inspection/journal/journal.ts';
import { isMaskedName } from '../../../store/journal/mask-exchange.ts';
import type { Visit } from '../../page.ts';
import { refusalInVisit, sentRefusal } from '../../texts/refusals/gateway-refusal.ts';
import { controlCurl, merchantPath } from '../../ui/control-call.ts';
import { bodyLines } from '../../ui/exchange-text.ts';
import { builtFrom, endpointOf, verified } from './builder.ts';
import { callCurl } from './call-curl.ts';
import type { KeptFilter } from './filter.ts';
import { hintText } from './hint-text.ts';
import { resultOf } from './result.ts';

/** One call: request and answer side by side, hints, and a verification to build of it. */
export const detailOf = async (
  visit: Visit,
  entry: EntryView,
  kept: KeptFilter & { readonly until?: string },
): Promise<string> => {
  const { say, ui, link, origin, context, query } = visit;
  const wanted = kept.caller === undefined ? builtFrom(query, entry) : undefined;
  const built = wanted && (await verified(context, wanted, visit.controlUrl));
  const path = merchantPath(visit);
  const sent = entry.isRefused ? sentRefusal(entry) : undefined;
  return fillDetail({
    say,
    ui,
    view: {
      endpoint: endpointOf(entry),
      number: entry.number,
      back: link('/calls', kept),
      result: resultOf(visit, entry),
      time: ui.timeOrDay(Date.parse(entry.at), context.clock.now()),
      ms: Math.round(entry.tookMs),
      method: entry.method,
      path: entry.path,
      reason: sent === undefined ? undefined : refusalInVisit(visit, sent),
      fault: entry.fault,
      brokenBy: entry.brokenBy,
      hints: (entry.hints ?? []).map((hint) => hintText(say, hint)),
      request: requestOf(entry),
      answer: bodyLines(entry.answer),
      httpStatus: entry.httpStatus,
      curl: callCurl(`${origin}${entry.path}`, entry),
      orderHref: orderOf(entry, link),
      builder:
        kept.caller === undefined && entry.surface === 'api'
          ? {
              hidden: Object.entries({ ...hiddenOf(link('/calls', kept)), call: String(entry.number) }),
              names: Object.entries(entry.parameters).map(([name, value]) => ({
                name,
                value: String([value].flat()[0] ?? ''),
                isTicked: built ? query.getAll('want').includes(name) : !isMaskedName(name) && !usual.has(name),
              })),
              withMethod: query.has('method-too'),
              count: query.get('count') ?? 'once',
              built: built && {
                isRight: built.result.verified,
                isUnknown: built.result.incomplete,
                message: built.result.message,
                body: JSON.stringify(built.body, null, 2),
                curl: controlCurl(visit, { method: 'POST', path: `${path}/verifications`, body: built.body }),
                code: `await sandbox.verify(${JSON.stringify(context.merchant.login)}, ${JSON.stringify(built.body, null, 2)});`,
              },
            }
          : undefined,
    },
  });
};

/** What is in every call, and says nothing about this one. */
const usual: ReadonlySet<string> = new Set(['userName', 'language']);

const hiddenOf = (href: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(href.split('?')[1] ?? ''));

/** The parameters line by line, as HTML: one with a hint is marked. */
const requestOf = ({ parameters, hints = [] }: EntryView): string => {
  const marked = new Set(hints.map(({ parameter }) => parameter));
  return Object.entries(parameters)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    .map(
      ([name, value]) =>
        `<span class="${marked.has(name) ? 'c-bad' : 'c-n'}">${escapeHtml(name)}</span>=<span class="c-t">${escapeHtml(value)}</span>`,
    )
    .join('\n');
};

/** The page of the order that a call names or has registered. */
const orderOf = ({ parameters, answer }: EntryView, link: Visit['link']): string | undefined => {
  const named = [parameters['orderId'], parameters['mdOrder'], parameters['MDORDER']].find(
    (id) => typeof id === 'string',
  );
  const [, made] = /"orderId":"([\w-]+)"/.exec(answer) ?? [];
  const id = made ?? (typeof named === 'string' && /^[\w-]{36}$/.test(named) ? named : undefined);
  return id === undefined ? undefined : link(`/orders/${encodeURIComponent(id)}`);
};

const fillDetail = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('detail.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);
