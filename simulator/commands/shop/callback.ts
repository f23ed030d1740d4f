import { InvalidArgumentError } from 'commander';
import { SandboxClient } from '../../../client/index.ts';
import { type CallbackWords, callbackOfOrder, callbackTo } from '../../../contracts/shop/one-callback.ts';
import { sendToShop } from '../../../contracts/shop/send-to-shop.ts';
import { callbackRequest, type SentContent } from '../../callbacks/deliver/send-callback.ts';
import { callbackOperations } from '../../domain/callback.ts';
import type { ExitCode, Output } from '../command.ts';
import {
  defaultLogin,
  defaultSandbox,
  oneOf,
  type ProofOptions,
  readProof,
  readSettings,
  webAddress,
  wholeNumberFrom1,
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
  const words = readWords(options);
  const times = wholeNumberFrom1('--times', options.times ?? '1');
  const write = readTarget(options, words);
  const sendAll = async (): Promise<ExitCode> => {
    const content = await write();
    out(requestText(content));
    let isAccepted = true;
    for (let count = 0; count < times; count++) isAccepted = (await sendOnce(content, out)) && isAccepted;
    return isAccepted ? 0 : 1;
  };
  return sendAll().catch(whenNotTried(output));
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
