import { quoted } from '../../text/curl.ts';
import type { Visit } from '../page.ts';

/** A call of the control API for a person to copy. */
export interface ControlCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/sandbox`, encoded. */
  readonly path: string;
  readonly body?: object;
}

/** The call as a curl command; the token, if the gateway has one, is a variable of the shell. */
export const controlCurl = (
  { controlUrl, context }: Pick<Visit, 'controlUrl' | 'context'>,
  { method, path, body }: ControlCall,
): string => {
  const way = method === 'GET' || (method === 'POST' && body) ? '' : `-X ${method} `;
  const { token } = context.options.control;
  return [
    `curl ${way}${quoted(controlUrl + path)}`,
    ...(token === undefined ? [] : ['-H "Authorization: Bearer $CONTROL_TOKEN"']),
    ...(body ? ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body))}`] : []),
  ].join(' \\\n    ');
};

/** The start of the addresses of this merchant. */
export const merchantPath = ({ context }: Pick<Visit, 'context'>): string =>
  `/merchants/${encodeURIComponent(context.merchant.login)}`;
