import type { Visit } from '../../../page.ts';

interface Operation {
  /** `refund.do` below the merchant API. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A call of the merchant API for a terminal; the password comes from the environment. */
export const merchantCurl = ({ origin, context }: Visit, { path, fields }: Operation): string =>
  [
    `curl ${origin}${context.bank.basePath}/rest/${path} -d userName=${context.merchant.login} -d "password=$PASSWORD"`,
    ...Object.entries(fields).map(([name, value]) => `  -d ${name}=${value}`),
  ].join(' \\\n');

/** A call of the control API for a terminal. */
export const controlCurl = ({ controlUrl, context }: Visit, path: string, body?: object): string =>
  [
    `curl -X POST '${controlUrl}${path}'`,
    ...(context.options.control.token === undefined ? [] : [`  -H "Authorization: Bearer $CONTROL_TOKEN"`]),
    ...(body ? [`  -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`] : []),
  ].join(' \\\n');
