import { registerCommand } from '../banks/register-command.ts';
import type { Context } from '../context.ts';
import { fillText } from '../data/page-texts.ts';
import { startTexts } from '../data/person-texts.ts';
import { documentedLogin, type Login } from '../domain/merchant.ts';
import type { Language } from '../domain/orders/order.ts';
import type { NoticeView } from '../http/page/notice-page.ts';

/** The facts that a person needs first. `origin`: the start of links, without a slash at the end. */
export const startPage = (context: Context, origin: string, language: Language): NoticeView => {
  const { bank } = context;
  const texts = startTexts[language];
  const restUrl = `${origin}${bank.basePath}/rest/`;
  const login = shownLogin(context);
  const shopUrl = shopUrlAt(context, origin);
  const control = controlAccess(context, origin);
  const notes = { open: [], token: [{ text: texts.controlWithToken }], off: [] };
  return {
    language,
    name: 'start',
    title: fillText(texts.title, { bank: bank.title }),
    lead: texts.lead,
    rows: [
      { label: texts.merchantApi, parts: [{ text: restUrl, isCode: true }] },
      {
        label: texts.login,
        parts: [login ? { text: `${login.login} / ${login.password}`, isCode: true } : { text: texts.loginsAsSet }],
      },
      {
        label: texts.controlApi,
        parts: [
          control.kind === 'off' ? { text: texts.controlOff } : { text: control.url, isCode: true },
          ...notes[control.kind],
        ],
      },
      ...(control.hasLinks
        ? [
            {
              label: texts.reference,
              parts: [
                { text: texts.merchantReference, href: `${control.url}/openapi/merchant.json` },
                { text: texts.controlReference, href: `${control.url}/openapi/control.json` },
              ],
            },
          ]
        : []),
      ...(shopUrl === undefined
        ? []
        : [{ label: texts.shop, parts: [{ text: shopUrl, href: shopUrl, isCode: true }] }]),
    ],
    command: {
      before: texts.firstOrder,
      text: registerCommand(
        restUrl,
        bank,
        login ?? { login: '<login>', password: '<password>' },
        shopUrl ?? 'https://shop.example/',
      ),
      after: texts.thenPay,
    },
    assetsBase: `${bank.basePath}/merchants/assets`,
  };
};

/** The same as plain text. */
export const asText = ({ title, lead, rows, command }: NoticeView): string => {
  const lines = rows.map(({ label, parts }) => `${label}: ${parts.map(({ text, href }) => href ?? text).join(', ')}`);
  const order = command ? `\n${command.before}:\n\n${command.text}\n\n${command.after}\n` : '';
  return `${title}. ${lead}\n\n${lines.join('\n')}\n${order}`;
};

/** A login that is no secret: the documented one, or any. */
const shownLogin = ({ options }: Context): Login | undefined => {
  if (options.admitsAnyone) return { login: 'any', password: 'any' };
  const { login, password } = documentedLogin;
  const isKnown = options.merchants.some((merchant) => merchant.login === login && merchant.password === password);
  return isKnown ? { login, password } : undefined;
};

/** Address of the control API, who may use it, and whether a browser that comes from the page may open it. */
export const controlAccess = ({ options: { control, ownUrl } }: Context, origin: string) => {
  const { token, port, isPrivate } = control;
  const host = isPrivate || token !== undefined ? origin : ownUrl();
  const url = port === undefined ? `${origin}/sandbox` : `${withPort(host, port(), ownUrl())}/sandbox`;
  const kind = token !== undefined ? 'token' : port === undefined && !isPrivate ? 'off' : 'open';
  return { url, kind, hasLinks: kind === 'open' && port === undefined } as const;
};

/** The demo shop under the name by which the reader reaches the gateway. */
export const shopUrlAt = ({ options: { demoShopUrl, ownUrl } }: Context, origin: string): string | undefined => {
  const shopUrl = demoShopUrl?.();
  return shopUrl && `${withPort(origin, new URL(shopUrl).port, ownUrl())}/`;
};

/** The same host at another port. A `Host` header may be no address: then this machine's own. */
const withPort = (origin: string, port: number | string, ownUrl: string): string =>
  `http://${new URL(URL.canParse(origin) ? origin : ownUrl).hostname}:${port}`;
