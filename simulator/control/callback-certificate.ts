import { X509Certificate } from 'node:crypto';
import type { RouterContext } from '@koa/router';
import type { Context } from '../context.ts';

/** The certificate that callbacks with an RSA checksum are checked with: as PEM, or as DER where the name ends in `.cer`. */
export const sendCallbackCertificate =
  ({ keys }: Context) =>
  (ctx: RouterContext): void => {
    const { certificate } = keys();
    const isPem = ctx.path.endsWith('.pem');
    // RFC 8555, 9.1 and RFC 2585, 3.
    ctx.type = isPem ? 'application/pem-certificate-chain' : 'application/pkix-cert';
    ctx.body = isPem ? certificate : new X509Certificate(certificate).raw;
  };
