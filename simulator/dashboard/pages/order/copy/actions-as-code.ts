import { quoted } from '../../../../text/curl.ts';
import type { Visit } from '../../../page.ts';

interface Operation {
  /** `refund.do` below the merchant API. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A call of the merchant API for a terminal; the password comes from the environment. */
export const merchantCurl = ({ origin, context }: Visit, { path, fields }: Operation): string =>
  [
    `curl ${quoted(`${origin}${context.bank.basePath}/rest/${path}`)} -d ${quoted(`userName=${context.merchant.login}`)} -d "password=$PASSWORD"`,
    ...Object.entries(fields).map(([name, value]) => `  -d ${quoted(`${name}=${value}`)}`),
  ].join(' \\\n');
