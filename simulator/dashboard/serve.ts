import type { ParameterizedContext } from 'koa';
import type { Context } from '../context.ts';
import { AccessRefused } from '../domain/errors/access-refused.ts';
import type { Language } from '../domain/orders/order.ts';
import { requireControlAccess } from '../http/control-access.ts';
import { sessionCookie } from '../http/control-session.ts';
import { largestState } from '../http/read/body-limit.ts';
import { cookiesOf } from '../http/read/cookies.ts';
import { readMultipart } from '../http/read/read-multipart.ts';
import { readBody } from '../http/read/read-parameters.ts';
import { readerOf } from '../http/read/reader.ts';
import { cookieHeader, formCookieHeader, formTokenOf, isOwnForm } from './access.ts';
import { seeOther, sendFile, sendHtml } from './answers.ts';
import { noticeCookie, noticeHeader, noticeIn } from './notice-cookie.ts';
import type { DashboardPage, Done, Form, MenuPage, Shown, Visit } from './page.ts';
import { isTab, type PageRow, pageAt, pages } from './pages.ts';
import { refusalOf } from './refusal-of.ts';
import { frameOf } from './shell/frame.ts';
import { frameActs } from './shell/frame-acts.ts';
import { frameTexts } from './shell/texts.ts';
import { type Arrival, askForToken, signIn } from './sign-in/sign-in.ts';
import { closedPage } from './sign-in/sign-in-page.ts';
import { type Say, sayIn } from './texts/say.ts';
import { type StatusAnswer, usualMerchant, visitOf } from './visit.ts';

const languageCookie = 'tillbox-lang';

/** Scripts, styles, pictures and events from this gateway only; no site may frame a page. */
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
  // Without any, a browser would call the origin of the page's own forms `null`, and they would be refused.
  'Referrer-Policy': 'same-origin',
} as const;

const menuPages: readonly MenuPage[] = pages.flatMap((row) => {
  const { path, title, icon, group } = row;
  return title === undefined || icon === undefined ? [] : [{ path, title, icon, group, isTab: isTab(row) }];
});

/** Answers requests for pages of the dashboard. */
export const serveDashboard = (
  context: Context,
  statusAnswer: StatusAnswer,
): ((ctx: ParameterizedContext) => Promise<void>) => {
  const once = makingOnce();
  const sayFor = ({ name }: PageRow, { texts }: DashboardPage, language: Language): Say =>
    once(`say ${name} ${language}`, () => sayIn([...frameTexts, ...texts], language));

  const showPage = async (ctx: ParameterizedContext, arrival: Arrival, form: Form | undefined): Promise<void> => {
    const found = pageAt(ctx.path);
    if (!found) return;
    const page = await found.row.load();
    const { language, formToken, isSecure } = arrival;
    const merchants = await context.store.merchants.all();
    const wanted = new URLSearchParams(ctx.querystring).get('merchant') || undefined;
    const usual = usualMerchant(merchants, context.options.merchantName);
    const merchant = wanted === undefined ? usual : merchants.find(({ login }) => login === wanted);
    const cookies = cookiesOf(ctx.req);
    const say = sayFor(found.row, page, language);
    const visit = visitOf(context, ctx, {
      merchant: merchant ?? usual,
      say,
      language,
      formToken,
      path: found.path,
      once,
      pages: menuPages,
      hasSession: cookies.has(sessionCookie),
      statusAnswer,
    });
    const done = form && (await carryOut(ctx, page, visit, form));
    if (done && !done.shown) {
      const { notice, to = ctx.url } = done;
      if (notice) ctx.append('Set-Cookie', noticeHeader(notice, isSecure));
      seeOther(ctx, to);
      return;
    }
    const shown = done?.shown ?? (merchant ? await page.show(visit) : unknownMerchant(visit, wanted ?? ''));
    if ('to' in shown) {
      seeOther(ctx, shown.to);
      return;
    }
    if ('fileName' in shown) {
      sendFile(ctx, shown);
      return;
    }
    // A page that follows what happens fetches itself: the notice is for the page that the person is on the way to.
    const kept = ctx.get('Sec-Fetch-Dest') === 'empty' ? undefined : noticeIn(cookies.get(noticeCookie));
    if (kept) ctx.append('Set-Cookie', noticeHeader(undefined, isSecure));
    const { title, content, status } = shown;
    const notice = done?.notice ?? kept;
    const framing = { page: found.row, title, content, notice, merchants, here: ctx.path, isLive: !done };
    sendHtml(ctx, await frameOf(visit, framing), status);
  };

  return async (ctx) => {
    for (const [name, value] of Object.entries(headers)) ctx.set(name, value);
    const arrival = arrivalOf(context, ctx);
    if (ctx.path === '/sign-in') {
      signIn(context, ctx, arrival, (await formOf(ctx)) ?? {});
      return;
    }
    try {
      requireControlAccess(context, ctx.req);
    } catch (error) {
      if (!(error instanceof AccessRefused)) throw error;
      if (error.kind === 'token-wrong') askForToken(context, ctx, arrival);
      else sendHtml(ctx, closedPage(context, ctx, arrival.language), ctx.path === '/' ? 200 : 403);
      return;
    }
    const form = await formOf(ctx);
    if (ctx.path === '/sign-out') {
      if (isOwnForm(ctx.req, form ?? {}))
        ctx.append('Set-Cookie', cookieHeader(sessionCookie, undefined, arrival.isSecure));
      seeOther(ctx, '/');
      return;
    }
    await showPage(ctx, arrival, form);
  };
};

/** Makes things once, by their names. */
const makingOnce = (): Visit['once'] => {
  const made = new Map<string, object>();
  return <Thing extends object>(name: string, make: () => Thing) => {
    const thing = (made.get(name) as Thing | undefined) ?? make();
    made.set(name, thing);
    return thing;
  };
};

/** Who comes, and with what. Cookies are set that the browser does not have yet. */
const arrivalOf = (context: Context, ctx: ParameterizedContext): Arrival => {
  // Not for HTTPS beside HTTP: browsers have one cookie for both ports, and one that is secure never goes over HTTP.
  const isSecure = context.options.publicUrl.startsWith('https:');
  const { token, isNew } = formTokenOf(ctx.req);
  if (isNew) ctx.append('Set-Cookie', formCookieHeader(token, isSecure));
  const wanted = ctx.query['lang'];
  const kept = cookiesOf(ctx.req).get(languageCookie);
  const language = [wanted, kept].find(isLanguage) ?? readerOf(ctx.req, context.bank);
  if (wanted === language && kept !== language)
    ctx.append('Set-Cookie', cookieHeader(languageCookie, language, isSecure));
  return { language, formToken: token, isSecure };
};

const isLanguage = (text: unknown): text is Language => text === 'en' || text === 'ru' || text === 'kk';

/** The form that was sent; of a name that was sent twice the first value counts. A file is its text. */
const formOf = async ({ method, req }: ParameterizedContext): Promise<Form | undefined> => {
  if (method !== 'POST') return undefined;
  if (!/^multipart\/form-data/i.test(req.headers['content-type'] ?? ''))
    return Object.fromEntries([...new URLSearchParams(await readBody(req))].reverse());
  const fields = await readMultipart(req, { mostBytes: largestState, keepsFiles: true });
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()[0]]));
};

const carryOut = async (ctx: ParameterizedContext, page: DashboardPage, visit: Visit, form: Form): Promise<Done> => {
  const { say, language } = visit;
  if (!isOwnForm(ctx.req, form)) {
    const text = say('This form is older than the page. Nothing was done; please try again.');
    return { notice: { kind: 'bad', text } };
  }
  const acts = new Map(Object.entries({ ...frameActs, ...page.acts }));
  try {
    return (await acts.get(form['act'] ?? '')?.(visit, form)) ?? {};
  } catch (error) {
    const text = refusalOf(error, language);
    if (text === undefined) throw error;
    return { notice: { kind: 'bad', text } };
  }
};

const unknownMerchant = ({ say, ui }: Visit, login: string): Shown => {
  const title = say('No merchant has the login {login}', { login });
  const content = ui.emptyPage(title, say('The merchants of this gateway are in the list above.'));
  return { title, content, status: 404 };
};
