import type { ParameterizedContext } from 'koa';
import type { Download } from './page.ts';

/** Sends the browser on by GET. `to`: an address of this gateway. */
export const seeOther = (ctx: ParameterizedContext, to: string): void => {
  ctx.status = 303;
  ctx.set('Location', to);
  ctx.body = '';
};

export const sendHtml = (ctx: ParameterizedContext, html: string, status = 200): void => {
  ctx.status = status;
  ctx.set('Content-Type', 'text/html; charset=utf-8');
  ctx.body = html;
};

/** Sends a file to keep. */
export const sendFile = (ctx: ParameterizedContext, { fileName, contentType, text }: Download): void => {
  ctx.status = 200;
  ctx.set('Content-Type', contentType);
  ctx.set('Content-Disposition', `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`);
  ctx.body = text;
};
