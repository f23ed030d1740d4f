import { bankOf } from '../../../banks/bank-of.ts';
import type { Language } from '../../../domain/orders/order.ts';
import { viewFrom } from '../../../http/page/view-from.ts';
import { hideCardData } from '../../../masking/hide-card-data.ts';
import type { DashboardPage, Shown, Visit } from '../../page.ts';
import { withCode } from '../../ui/with-code.ts';
import { answersOf, curlText, exampleText, type FieldRow, parametersOf, readFields, takesJson } from './call-view.ts';
import { type Api, apis, type Call, documentOf } from './document.ts';
import { meaningIn, type Said, saidIn } from './meanings-russian/meaning-in.ts';
import { refusalIn } from './refusal-in.ts';
import { apiTexts } from './texts.ts';

/** Both OpenAPI documents to read, and the calls of the merchant API to try. */
export const api: DashboardPage = {
  texts: apiTexts,
  show: (visit) => showApi(visit),
  acts: {
    try: async (visit, form) => {
      const { say, gateway } = visit;
      const { calls } = await documentOf(visit, 'merchant', bankOf(visit.context, visit.context.merchant).name);
      const call = calls.find(({ operationId, tags }) => operationId === form['call'] && tags[0] === triable);
      if (!call) return { notice: { kind: 'bad', text: say('There is no such call.') } };
      const sent = form['fields'] ?? '';
      const fields = readFields(call, sent);
      if (!fields) return { notice: { kind: 'bad', text: say('Expected one JSON object.') } };
      const answer = await gateway.call(
        {
          path: relative(call.path, visit.context.bank.basePath),
          repeat: 'never',
          fields: () => fields,
          ...(takesJson(call) && { body: 'json' }),
          // A refusal is what a person wants to read here.
          isAccepted: () => true,
          read: (raw) => raw,
        },
        undefined,
      );
      return { shown: await showApi(visit, { call, sent, answer }) };
    },
  },
};

/** The tag of the calls that can be tried: those of the shop. */
const triable = 'merchant';

/** An address from `…/rest/` on. */
const relative = (path: string, basePath: string): string => {
  if (path.startsWith(`${basePath}/rest/`)) return path.slice(basePath.length + '/rest/'.length);
  return path.startsWith(`${basePath}/`) ? `../${path.slice(basePath.length + 1)}` : path;
};

interface Tried {
  readonly call: Call;
  readonly sent: string;
  readonly answer: unknown;
}

const showApi = async (visit: Visit, tried?: Tried): Promise<Shown> => {
  const { context, say, ui, link, query, controlUrl } = visit;
  const bank = bankOf(context, context.merchant);
  const which: Api = apis.find((one) => one === query.get('api')) ?? 'merchant';
  const document = await documentOf(visit, which, bank.name);
  const summaryOf = summaryIn(visit.language);
  const meaningOf = meaningIn(visit.language, which);
  const told = (row: FieldRow) => ({ ...row, meaning: asHtml(meaningOf(row.meaning)) });
  const toldAnswers = ({ fields, codes, ...answers }: ReturnType<typeof answersOf>) => ({
    ...answers,
    fields: fields.map(told),
    codes: codes.map(({ code, texts }) => ({ code, text: texts.map(refusalIn(visit.language)).join(' / ') })),
  });
  const search = query.get('q')?.trim() ?? '';
  const kept = { api: which === 'merchant' ? undefined : which, q: search || undefined };
  const wanted = query.get('call') || undefined;
  // In a list the folder that all have says nothing.
  const nameOf = ({ path }: Call): string =>
    which === 'merchant' ? relative(path, context.bank.basePath).replace(/^\.\.\//, '') : path;
  const opened =
    document.calls.find(({ operationId }) => operationId === (tried?.call.operationId ?? wanted)) ??
    (wanted === undefined ? document.calls[0] : document.calls.find((call) => nameOf(call) === wanted));
  const found = document.calls.filter((call) =>
    `${call.path} ${summaryOf(call).text}`.toLowerCase().includes(search.toLowerCase()),
  );
  const tags = [...new Set(found.map(({ tags: [tag = ''] }) => tag))];
  const content = fillApi({
    say,
    ui,
    view: {
      apis: apis.map((one) => ({
        name: say(names[one]),
        isHere: one === which,
        href: link('/api', { api: one === 'merchant' ? undefined : one }),
      })),
      which,
      search,
      json: [
        { name: 'merchant.json', href: `${controlUrl}/openapi/merchant.json?bank=${bank.name}` },
        { name: 'control.json', href: `${controlUrl}/openapi/control.json` },
      ],
      groups: tags.map((tag) => ({
        name: say(tag),
        calls: found
          .filter(({ tags: [first] }) => first === tag)
          .map((call) => ({
            method: call.method,
            path: call.path,
            name: nameOf(call),
            summary: summaryOf(call),
            isHere: call.operationId === opened?.operationId,
            href: link('/api', { ...kept, call: call.operationId }),
          })),
      })),
      isOpen: wanted !== undefined || tried !== undefined,
      back: link('/api', kept),
      call: opened && {
        ...opened,
        summary: asHtml(summaryOf(opened)),
        description: opened.description && asHtml(meaningOf(opened.description)),
        here: link('/api', { ...kept, call: opened.operationId }),
        parameters: parametersOf(opened, document).map(told),
        answers: toldAnswers(answersOf(opened, document)),
        curl: curlText(visit, which, opened),
        mayTry: which === 'merchant' && opened.tags[0] === triable,
        takesJson: takesJson(opened),
        typed: tried ? hideCardData(tried.sent) : exampleText(opened),
        answer: tried && JSON.stringify(tried.answer, undefined, 2),
      },
    },
  });
  return { title: say('API'), content, ...(!opened && { status: 404 }) };
};

/** What a call does. */
const summaryIn =
  (reader: Language) =>
  ({ summary, 'x-summary-ru': russian }: Call): Said =>
    saidIn(reader, summary, russian);

const asHtml = ({ lang, text }: Said) => ({ lang, html: withCode(text) });

const names = { merchant: 'Merchant API', control: 'Control API' } as const;

const fillApi = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('view.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);
