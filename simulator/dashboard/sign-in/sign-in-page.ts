import type { ParameterizedContext } from 'koa';
import type { Context } from '../../context.ts';
import type { Language } from '../../domain/orders/order.ts';
import { noticePage } from '../../http/page/notice-page.ts';
import { viewFrom } from '../../http/page/view-from.ts';
import { originOf } from '../../http/read/origin.ts';
import { startPage } from '../start-page.ts';
import { sayIn } from '../texts/say.ts';
import { createUi } from '../ui/ui.ts';
import { signInTexts } from './texts.ts';

interface SignInView {
  readonly language: Language;
  readonly formToken: string;
  /** Where the person goes on. */
  readonly to: string;
  readonly restUrl: string;
  /** Whether a wrong token was sent. */
  readonly isWrong?: boolean;
}

/** The page that asks for CONTROL_TOKEN, once. */
export const signInPage = ({ language, formToken, to, restUrl, isWrong = false }: SignInView): string => {
  const say = sayIn(signInTexts, language);
  const ui = createUi({ say, language, utcOffsetMinutes: 0, formToken });
  return fillSignIn({
    view: {
      language,
      title: say('tillbox: sign in'),
      lead: say('The dashboard asks for the token of this gateway'),
      formHead: ui.formHead('sign-in', { to }),
      wrong: isWrong && say('This is not the token, or there were too many wrong ones: then wait a minute.'),
      button: say('Sign in'),
      merchantApi: say('Merchant API'),
      restUrl,
    },
  });
};

const fillSignIn = viewFrom<{ view: object }>(new URL('sign-in.ejs', import.meta.url), ['view']);

/** The page of a gateway that others can reach and that has no token, or whose dashboard is on another port: the facts that are no secret. */
export const closedPage = (context: Context, ctx: ParameterizedContext, language: Language): string =>
  noticePage(startPage(context, originOf(ctx.req, context.options.publicUrl), language));
