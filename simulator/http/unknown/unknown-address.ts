import type { Context } from '../../context.ts';
import { fillText } from '../../data/page-texts.ts';
import { addressTexts } from '../../data/person-texts.ts';
import { hideCardData } from '../../masking/hide-card-data.ts';
import { publicPath } from '../below-path.ts';
import type { OpenRequest } from '../open-request.ts';
import { htmlPage } from '../page/html-page.ts';
import { noticePage } from '../page/notice-page.ts';
import { originOf } from '../read/origin.ts';
import { isForPerson, readerOf } from '../read/reader.ts';
import type { Reply } from '../reply.ts';
import { isOfGateway, meantAddress } from './meant-address.ts';

/** The address that was asked for. */
type Asked = Pick<OpenRequest, 'request' | 'method' | 'path'>;

/** The answer at an address where nothing is. */
export const unknownAddress = (context: Context, open: Asked): Reply => {
  const { method, path, request } = open;
  const { basePath } = context.bank;
  const meant = meantAddress(path, basePath);
  const isCall = isOfGateway(path, basePath);
  const shown = shownPath(path);
  const outside = publicPath(context.options.publicUrl);
  const isOutside = outside !== '' && path.startsWith(`${outside}/`);
  const isSoap = path.startsWith(`${basePath}/webservices/`);
  const detail = isOutside
    ? `there is no ${shown}: the proxy in front of the gateway must take ${outside}, the path of PUBLIC_URL, off each request`
    : isSoap
      ? `there is no ${shown}; tillbox does not imitate the SOAP interface: call ${basePath}/rest/ instead`
      : `there is no ${shown}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
  if (isForPerson(request)) return unknownPage(context, open, meant);
  if (isCall && (meant !== undefined || isSoap))
    context.log.warn({ requestId: context.requestIdOf(request), method, path: shown }, detail);
  // JSON without an error code may be success to a shop.
  if (!isCall && /\bjson\b/i.test(request.headers.accept ?? '')) return problem(detail);
  return text(404, `Not Found: ${detail}`);
};

/** The answer at an address that takes other methods: `GET, HEAD`. */
export const wrongMethod = (context: Context, open: Asked, allow: string): Reply => {
  const { method, path, request } = open;
  const reply = isForPerson(request)
    ? methodPage(context, open, allow)
    : text(405, `Method Not Allowed: ${shownPath(path)} takes ${allow}, not ${method}`);
  return { ...reply, headers: { ...reply.headers, Allow: allow } };
};

/** The page of an unknown address. `meant`: one at this gateway. */
export const unknownPage = (context: Context, open: Asked, meant: string | undefined): Reply => {
  const texts = addressTexts[readerOf(open.request, context.bank)];
  const { url = '' } = open.request;
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  // The query of a call has a password in it; that of a page has an order.
  const href = meant?.endsWith('.html') ? meant + query : meant;
  const rows = meant === undefined ? [] : [{ label: texts.meant, parts: [{ text: meant, href, isCode: true }] }];
  return page(context, open, 404, { title: texts.nothing, rows });
};

/** The page of an address that takes other methods. */
const methodPage = (context: Context, open: Asked, allow: string): Reply => {
  const texts = addressTexts[readerOf(open.request, context.bank)];
  const rows = [{ label: texts.takes, parts: [{ text: allow, isCode: true }] }];
  return page(context, open, 405, { title: texts.otherMethod, rows });
};

type Rows = Parameters<typeof noticePage>[0]['rows'];

const page = (
  { bank, options }: Context,
  { request, method, path }: Asked,
  status: number,
  { title, rows }: { readonly title: string; readonly rows: Rows },
): Reply => {
  const language = readerOf(request, bank);
  const texts = addressTexts[language];
  return htmlPage(
    noticePage({
      language,
      name: 'unknown-address',
      title,
      lead: fillText(texts.lead, { bank: bank.title }),
      rows: [
        { label: texts.requested, parts: [{ text: `${method} ${shownPath(path)}`, isCode: true }] },
        ...rows,
        { label: texts.start, parts: [{ text: `${originOf(request, options.publicUrl)}/`, href: '/', isCode: true }] },
      ],
      assetsBase: `${bank.basePath}/merchants/assets`,
    }),
    status,
  );
};

/** The most characters of an address in an answer. */
const mostShown = 200;

/** An address without card numbers. */
export const shownPath = (path: string): string => hideCardData(path.slice(0, mostShown));

const text = (status: number, sentence: string): Reply => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: `${sentence}\n`,
});

/** Source: RFC 9457. */
const problem = (detail: string): Reply => ({
  status: 404,
  headers: { 'Content-Type': 'application/problem+json' },
  body: JSON.stringify({ type: 'urn:tillbox:problem:not-found', title: 'There is no such thing', status: 404, detail }),
});
