import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { Listener } from '../../pact/listen.ts';
import { CannotTry } from '../../report/cannot-try.ts';
import { gitHubStepIn } from '../../report/github-command.ts';
import { writeReports, writeTo } from '../../report/write-reports.ts';
import type { Environment } from '../../verify/options.ts';
import type { ExitCode, Output } from '../run.ts';
import { callIn } from './announcement.ts';
import { harOf, type PassedOn } from './har-entry.ts';
import { judge } from './judge.ts';
import { type GivenProxyOptions, type ProxyRequest, readProxyOptions } from './options.ts';
import { endOf, newsOf, reportsOfProxy } from './proxy-report.ts';
import { counts, type ProxyResult, type Violation } from './proxy-result.ts';
import { type Reference, referenceOf } from './reference.ts';
import { startProxy } from './start-proxy.ts';

/** A file of more exchanges is of no use to anybody. */
const mostInHar = 20_000;

/**
 * Stands between a shop and a bank until the signal comes. Resolves with 0 if no answer had a difference that counts, 1 if one
 * had, 2 if none was compared.
 */
export const runProxy = async (
  given: GivenProxyOptions,
  output: Output,
  ended: AbortSignal,
  environment: Environment = process.env,
  makeReference: typeof referenceOf = referenceOf,
): Promise<ExitCode> => {
  try {
    const request = await readProxyOptions(given, environment);
    const watch = watchAnswers(request, await makeReference(request.bank), given.errors ?? false, output);
    const proxy = await startProxy({ ...request, ...watch, now: Date.now }).catch((error: NodeJS.ErrnoException) => {
      throw new CannotTry(`--port ${request.port}: it cannot be used (${error.code})`);
    });
    output.out(greeting(proxy, request));
    if (!ended.aborted) await once(ended, 'abort');
    await proxy.stop();
    return finish(watch.result(), watch.passed, given, output, environment);
  } catch (error) {
    if (!(error instanceof CannotTry)) throw error;
    output.err(`error: ${error.message}\n${error.message.startsWith('--') ? '--help shows the usage.\n' : ''}`);
    return 2;
  }
};

const greeting = ({ url }: Listener, { bank, origin, basePath }: ProxyRequest): string =>
  `${url}${basePath}/rest/ leads to ${origin} (${bank.name}). Stop with Ctrl+C.\n`;

const finish = (
  result: ProxyResult,
  passed: readonly PassedOn[],
  given: GivenProxyOptions,
  { out }: Output,
  environment: Environment,
): ExitCode => {
  out(endOf(result));
  writeTo('--har', given.har, (file) => writeFileSync(file, harOf(passed, result.origin)));
  writeReports(reportsOfProxy(result), { json: given.json, junit: given.junit, step: gitHubStepIn(environment), out });
  if (result.violations.some((violation) => counts(result, violation))) return 1;
  if (result.compared === 0) throw new CannotTry(whyNothing(result));
  return 0;
};

const whyNothing = ({ answers, failures }: ProxyResult): string => {
  if (answers > 0) return 'no answer was compared, so nothing can be said: is this the merchant API of the bank?';
  return failures.size > 0
    ? 'the bank has given no answer, so nothing can be said'
    : 'no call came, so nothing can be said: does the shop take the address above for the bank?';
};

/** Compares each answer, and keeps what was found. */
const watchAnswers = (
  { bank, origin, basePath, failsOn }: ProxyRequest,
  reference: Reference,
  returnsErrors: boolean,
  { out }: Output,
) => {
  const passed: PassedOn[] = [];
  const violations = new Map<string, Violation>();
  const notCompared = new Map<string, number>();
  const failures = new Map<string, number>();
  let [answers, compared] = [0, 0];

  const onAnswer = (exchange: PassedOn): string | undefined => {
    answers += 1;
    if (passed.length < mostInHar) passed.push(exchange);
    const call = callIn(exchange.url, basePath);
    const judgement = judge(reference, call, exchange);
    if (judgement.kind === 'not compared') {
      countUp(notCompared, strayCall(exchange.url, basePath) ?? judgement.why);
      return undefined;
    }
    compared += 1;
    const found = judgement.differences.map((difference) => ({
      ...difference,
      call: call ?? '',
      announced: judgement.announced,
      times: 1,
    }));
    for (const violation of found) {
      const key = newsOf(violation, { failsOn });
      const known = violations.get(key);
      if (known) known.times += 1;
      else {
        violations.set(key, violation);
        out(key);
      }
    }
    const counted = found.filter((violation) => counts({ failsOn }, violation));
    return returnsErrors && counted.length > 0
      ? counted.map((one) => newsOf(one, { failsOn }).trim()).join('; ')
      : undefined;
  };

  return {
    passed,
    onAnswer,
    onFailure: (reason: string) => countUp(failures, reason),
    result: (): ProxyResult => ({
      bank: bank.name,
      origin,
      answers,
      compared,
      notCompared,
      violations: [...violations.values()],
      failures,
      failsOn,
    }),
  };
};

/** Why a call is not compared that looks like one of the merchant API and has another path. */
const strayCall = (url: string, basePath: string): string | undefined => {
  const path = url.replace(/\?.*$/s, '');
  return path.endsWith('.do') && callIn(url, basePath) === undefined
    ? `${path} is not below ${basePath}/, the path of the gateway`
    : undefined;
};

const countUp = (numbers: Map<string, number>, key: string): void => void numbers.set(key, (numbers.get(key) ?? 0) + 1);
