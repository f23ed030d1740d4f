import { InvalidArgumentError } from 'commander';
import { SandboxClient } from '../../../client/index.ts';
import { CannotTry } from '../../../contracts/report/cannot-try.ts';
import { type CallbackWords, callbackOfOrder, callbackTo } from '../../../contracts/shop/one-callback.ts';
import { sendToShop } from '../../../contracts/shop/send-to-shop.ts';
import { callbackRequest, type SentContent } from '../../callbacks/deliver/send-callback.ts';
import { callbackOperations } from '../../domain/callback.ts';
import type { ExitCode, Output } from '../command.ts';
import { countFrom1 } from '../sandbox/read-number.ts';
import {
  defaultLogin,
  defaultSandbox,
  oneOf,
  type ProofOptions,
  readProof,
  readSettings,
  webAddress,
} from './read-options.ts';
import { whenNotTried } from './when-not-tried.ts';

interface Options extends ProofOptions {
  readonly operation?: string;
  readonly failed?: true;
  readonly field?: readonly string[];
  readonly anyOperation?: true;
  readonly forged?: true;
  readonly times?: string;
  readonly order?: string;
  readonly sandbox?: string;
  readonly login?: string;
  readonly to?: string;
}

/** Sends one callback by hand. Resolves with 0 if the shop answers 200, 1 if not, 2 if nothing could be sent. */
export const callback = async (options: Options, output: Output): Promise<ExitCode> => {
  const { out } = output;
  refuseIdle(options);
  const words = readWords(options);
  const times = countFrom1('--times', options.times ?? '1');
  const write = readTarget(options, words);
  const sendAll = async (): Promise<ExitCode> => {
    const content = await write();
    if (words.isForged && !isSigned(content))
      throw new CannotTry('--forged: the merchant has callbacks without a checksum, so that none can be wrong');
    out(requestText(content));
    let isAccepted = true;
    for (let count = 0; count < times; count++) isAccepted = (await sendOnce(content, out)) && isAccepted;
    return isAccepted ? 0 : 1;
  };
  return sendAll().catch(whenNotTried(output));
};

/** Options that would have no effect. @throws InvalidArgumentError */
const refuseIdle = ({ order, sandbox, login, token, proof, method, forged }: Options): void => {
  const ofMerchant = { '--token': token, '--proof': proof, '--method': method };
  if (order !== undefined) refuseWith('--order', ofMerchant, 'the settings of its merchant say it');
  else refuseWith('--to', { '--sandbox': sandbox, '--login': login }, 'without --order there is no gateway');
  const kind = proof?.toLowerCase();
  if (kind === 'jwt') refuseWith('--proof jwt', { '--method': method }, 'a token comes by POST');
  if (kind === 'none') refuseWith('--proof none', { '--token': token, '--forged': forged }, 'there is no checksum');
};

const refuseWith = (option: string, others: Readonly<Record<string, unknown>>, because: string): void => {
  const given = Object.keys(others).find((name) => others[name] !== undefined);
  if (given !== undefined) throw new InvalidArgumentError(`${given} has no effect with ${option}: ${because}`);
};

const readWords = ({ operation = 'deposited', failed, field = [], anyOperation, forged }: Options): CallbackWords => ({
  operation: anyOperation ? operation : knownOperation(operation),
  status: failed ? 0 : 1,
  fields: Object.fromEntries(field.map(readField)),
  isForged: forged ?? false,
});

const knownOperation = (given: string): string => {
  try {
    return oneOf('--operation', callbackOperations, given);
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message} (--any-operation sends it all the same)`);
  }
};

const readField = (text: string): readonly [string, string] => {
  const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError(`--field ${text}: expected name=value`);
  return [name, value];
};

const readTarget = (options: Options, words: CallbackWords): (() => Promise<SentContent>) => {
  const { order, sandbox, login = defaultLogin } = options;
  const to = options.to === undefined ? undefined : webAddress('--to', options.to);
  if (order !== undefined) {
    const url = webAddress('--sandbox', sandbox ?? defaultSandbox);
    const token = readSettings().controlToken;
    const client = new SandboxClient({ url, ...(token && { token }) });
    return () => callbackOfOrder({ sandbox: client, login, orderIdOrNumber: order, to }, words);
  }
  if (to === undefined) throw new InvalidArgumentError('--order or --to is needed');
  const address = { url: to, ...readProof(options) };
  return async () => callbackTo(address, words);
};

/** A token is the body. */
const isSigned = ({ fields, body }: SentContent): boolean =>
  body !== undefined || fields.some(([name]) => name === 'checksum');

const requestText = (content: SentContent): string => {
  const { method, url, headers, body } = callbackRequest(content);
  const type = headers['Content-Type'] ?? '';
  return `${method} ${url}\n${body === undefined ? '' : `Content-Type: ${type}\n\n${body}\n`}\n`;
};

const sendOnce = async (content: SentContent, out: Output['out']): Promise<boolean> => {
  const { httpStatus, error, text, tookMs } = await sendToShop(content);
  const said = text.trim();
  out(
    `${httpStatus === undefined ? error : `HTTP ${httpStatus}`} after ${tookMs} ms\n${said === '' ? '' : `${said}\n`}`,
  );
  return httpStatus === 200;
};
