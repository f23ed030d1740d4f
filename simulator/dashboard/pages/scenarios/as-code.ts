import { curlOf } from '../../../text/curl.ts';
import type { Visit } from '../../page.ts';
import { controlCurl, merchantPath } from '../../ui/control-call.ts';
import { playedAmountMinor } from './scenario-acts.ts';

/** The calls behind the buttons of a scenario. */
export const asCurl = (visit: Visit, name: string, phases: 1 | 2): string => {
  const { origin, context } = visit;
  const path = `${merchantPath(visit)}/scenario`;
  const register = phases === 2 ? 'registerPreAuth.do' : 'register.do';
  return [
    curlOf(`${origin}${context.bank.basePath}/rest/${register}`, [
      { userName: context.merchant.login, password: { shell: '"$PASSWORD"' } },
      { amount: String(playedAmountMinor), returnUrl: 'https://shop.example/return' },
      { jsonParams: JSON.stringify({ scenario: name }) },
    ]),
    controlCurl(visit, { method: 'PUT', path, body: { name } }),
    controlCurl(visit, { method: 'PUT', path, body: { name, orders: 1 } }),
    controlCurl(visit, { method: 'DELETE', path }),
  ].join('\n\n');
};

/** The same in TypeScript, with `gateway` and `sandbox` of tillbox's client. */
export const asTypeScript = ({ context }: Visit, name: string, phases: 1 | 2): string => {
  const login = literal(context.merchant.login);
  const scenario = literal(name);
  return [
    `const { orderId, formUrl } = await gateway.${phases === 2 ? 'registerPreAuth' : 'register'}({`,
    `  amountMinor: ${playedAmountMinor},`,
    "  returnUrl: 'https://shop.example/return',",
    `  jsonParams: { scenario: ${scenario} },`,
    '});',
    'await new Payer().pay(formUrl);',
    '',
    `await sandbox.setScenario(${login}, ${scenario});`,
    `await sandbox.setScenario(${login}, ${scenario}, { orders: 1 });`,
    `await sandbox.unsetScenario(${login});`,
  ].join('\n');
};

const literal = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
