import type { ParameterizedContext } from 'koa';
import type { Context } from '../../context.ts';
import type { Language } from '../../domain/orders/order.ts';
import { isPassword } from '../../http/call/authenticate.ts';
import { newSession, sessionCookie } from '../../http/control-session.ts';
import { callerIp, originOf } from '../../http/read/origin.ts';
import { cookieHeader, isOwnForm } from '../access.ts';
import { seeOther, sendHtml } from '../answers.ts';
import type { Form } from '../page.ts';
import { signInPage } from './sign-in-page.ts';

export interface Arrival {
  readonly language: Language;
  readonly formToken: string;
  readonly isSecure: boolean;
}

/** Asks for CONTROL_TOKEN; the person goes on to the address that was asked for. */
export const askForToken = (context: Context, ctx: ParameterizedContext, arrival: Arrival, isWrong = false): void => {
  const { options, bank } = context;
  const restUrl = `${originOf(ctx.req, options.publicUrl)}${bank.basePath}/rest/`;
  const to = isWrong ? localPath(String(ctx.state['to'] ?? '/')) : ctx.url;
  sendHtml(ctx, signInPage({ ...arrival, to, restUrl, isWrong }), 401);
};

/** Begins a session if the token is right. */
export const signIn = (context: Context, ctx: ParameterizedContext, arrival: Arrival, form: Form): void => {
  const { token } = context.options.control;
  const to = localPath(form['to'] ?? '/');
  if (token === undefined) {
    seeOther(ctx, to);
    return;
  }
  const caller = { login: 'CONTROL_TOKEN', ip: callerIp(ctx.req) };
  if (!isOwnForm(ctx.req, form) || !isPassword(context, caller, token, form['token'] ?? '')) {
    ctx.state['to'] = to;
    askForToken(context, ctx, arrival, true);
    return;
  }
  const session = newSession(token, context.clock.now());
  ctx.append('Set-Cookie', cookieHeader(sessionCookie, session, arrival.isSecure));
  seeOther(ctx, to);
};

/** An address of this gateway; another one becomes that of the first page. */
const localPath = (path: string): string => (/^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/');
