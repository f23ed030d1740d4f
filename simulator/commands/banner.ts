import type { Bank } from '../banks/bank.ts';
import { registerCommand } from '../banks/register-command.ts';
import type { Config } from '../config.ts';
import type { Login } from '../domain/merchant.ts';
import { isPrivateHost } from '../server/ports.ts';
import type { Simulator } from '../simulator.ts';
import { cardPageAddress } from '../wire/card-page-address.ts';
import { shopGetsCallbacks } from './read-config.ts';
import { asWritten, type Say } from './say.ts';
import { trustCommands } from './trust-commands.ts';

/** The facts of a program that has started. */
export interface BannerFacts {
  readonly version: string;
  readonly config: Config;
  readonly simulator: Pick<Simulator, 'url' | 'restUrl' | 'controlUrl' | 'bank' | 'tls'>;
  /** Where the scenarios come from, in words. */
  readonly scenarios: string;
  readonly shopUrl?: string | undefined;
  /** The address of the gateway for other devices. */
  readonly networkUrl?: string | undefined;
}

/** The text that the program prints when it has started: its addresses, and a command that registers an order. */
export const banner = (facts: BannerFacts, say: Say = asWritten): string => {
  const { version, config, simulator, scenarios, shopUrl, networkUrl } = facts;
  const { restUrl, bank, tls } = simulator;
  const login = loginOf(config);
  const rows: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Merchant API', restUrl],
    ['HTTPS', tls?.restUrl],
    ['Authority', tls?.authorityFile],
    ['Control API', controlApi(config, simulator)],
    ['Card page', `${config.publicUrl || simulator.url}${cardPageOf(bank, login)}`],
    ['Demo shop', shopUrl ? `${shopUrl}/` : 'off'],
    ['Callbacks', callbacks(config, shopUrl !== undefined)],
    ['Network', networkUrl && `${networkUrl}/, from other devices`],
    ['Login', `${login.login} / ${login.password}`],
    ['Scenarios', scenarios],
  ];
  const width = Math.max(...rows.map(([name]) => say(name).length)) + 2;
  const head = `tillbox ${version} imitates the card payment gateway of ${bank.title} (BANK=${config.bank}). No money moves here.`;
  return `${say(head)}

${rows.map(([name, value]) => (value === undefined ? '' : `  ${say(name).padEnd(width)}${say(value)}\n`)).join('')}
${say('Register an order, then open the formUrl of the answer:')}

  ${registerCommand(restUrl, bank, login, `${shopUrl ?? 'https://shop.example'}/`)}
${trust(facts, say)}
${say('Card 5555 5555 5555 5599, 12/34, 123, code 123456. Stop with Ctrl+C.')}
`;
};

/** How each kind of client is made to trust the authority of HTTPS; empty if there is none. */
const trust = ({ simulator: { tls } }: BannerFacts, say: Say): string => {
  if (tls?.authorityFile === undefined) return '';
  const rows = trustCommands(tls.authorityFile, tls.url).map(
    ([name, command]) => `  ${say(name).padEnd(9)}${command}\n`,
  );
  return `
${say('Over HTTPS, clients have to trust the authority:')}

${rows.join('')}`;
};

/** The first login; any, if any is accepted. */
const loginOf = ({ merchants: [merchant] }: Config): Login =>
  merchant === undefined || merchant.login === '*' ? { login: 'any', password: 'any' } : merchant;

const cardPageOf = (bank: Bank, { login: merchant }: Login): string =>
  cardPageAddress(bank, { id: '<orderId>', merchant, language: 'en' });

const controlApi = ({ host, controlToken, controlPort }: Config, { controlUrl }: BannerFacts['simulator']): string => {
  if (controlToken !== '') return `${controlUrl}, with "Authorization: Bearer <CONTROL_TOKEN>"`;
  if (isPrivateHost(host) || controlPort !== '') return controlUrl;
  return 'off, because other machines reach it; CONTROL_TOKEN= switches it on';
};

const callbacks = (config: Config, hasShop: boolean): string => {
  if (config.callbackUrl !== '') return `to ${config.callbackUrl}`;
  const target = hasShop && shopGetsCallbacks(config) ? 'to the demo shop' : 'off';
  return `${target}; CALLBACK_URL= sends them to your shop`;
};
