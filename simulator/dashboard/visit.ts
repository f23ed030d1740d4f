import type { ParameterizedContext } from 'koa';
import { GatewayClient, SandboxClient } from '../../client/index.ts';
import type { Bank } from '../banks/bank.ts';
import { bankOf } from '../banks/bank-of.ts';
import type { Context } from '../context.ts';
import { documentedLogin, type Merchant } from '../domain/merchant.ts';
import type { Language, Order } from '../domain/orders/order.ts';
import { originOf } from '../http/read/origin.ts';
import type { Visit } from './page.ts';
import { createUi } from './ui/ui.ts';

/** The merchant of a visit: by its login, else the documented one, else the first, else what any login would become. */
export const usualMerchant = (merchants: readonly Merchant[], name: string): Merchant =>
  merchants.find(({ login }) => login === documentedLogin.login) ??
  merchants[0] ?? { login: 'any', password: 'any', name };

/** The answer of a status call at a bank. */
export type StatusAnswer = (order: Order, bank: Bank, language: Language) => object;

interface VisitFacts extends Pick<Visit, 'say' | 'language' | 'path' | 'once' | 'pages' | 'hasSession'> {
  readonly merchant: Merchant;
  readonly formToken: string;
  readonly statusAnswer: StatusAnswer;
}

/** A person who looks at this merchant. */
export const visitOf = (process: Context, ctx: ParameterizedContext, facts: VisitFacts): Visit => {
  const { merchant, say, language, formToken, path, once, pages, hasSession, statusAnswer } = facts;
  const context = process.forMerchant(merchant);
  const { options, bank } = process;
  const { control } = options;
  const origin = originOf(ctx.req, options.publicUrl);
  const query = new URLSearchParams(ctx.querystring);
  query.delete('lang');
  const controlPort = control.port?.();
  return {
    context,
    language,
    say,
    ui: createUi({ say, language, utcOffsetMinutes: bankOf(context, merchant).utcOffsetMinutes, formToken }),
    link: (to, more = {}) => {
      const all = new URLSearchParams(query.get('merchant') ? { merchant: merchant.login } : {});
      for (const [name, value] of Object.entries(more)) if (value !== undefined) all.set(name, value);
      return all.size === 0 ? to : `${to}?${all}`;
    },
    path,
    query,
    origin,
    controlUrl: `${origin}/sandbox`,
    once,
    pages,
    hasSession,
    uptimeMs: process.clock.now() - process.startedAtMs,
    statusAnswer: (order) => statusAnswer(order, context.bank, order.language),
    sandbox: new SandboxClient({
      url: controlPort === undefined ? options.ownUrl() : `http://127.0.0.1:${controlPort}`,
      ...(control.token !== undefined && { token: control.token }),
    }),
    gateway: new GatewayClient({
      baseUrl: `${options.ownUrl()}${bank.basePath}/rest/`,
      userName: merchant.login,
      password: merchant.password,
    }),
  };
};
