import { checkUse } from '../gateway/check-use.ts';
import { fields } from '../options/check.ts';
import { listOf, oneOf, text, wholeNumber } from '../options/checks.ts';

/** How the calls of a shop become a pact. */
export interface PactRecording {
  /** The calls of the shop, by default, or the callbacks with its answers: a pact of the gateway with the shop. */
  readonly of?: 'calls' | 'callbacks';
  /** The name of the shop in the pact. Default `shop`. */
  readonly consumer?: string;
  /** Nothing but these fields of answers, by names or paths: `orderStatus`, `paymentAmountInfo.paymentState`. */
  readonly reads?: readonly string[];
  /** Only requests with a higher number in the journal. */
  readonly since?: number;
  /** The date in the pact, as `2026-01-01`; by the merchant's clock by default. */
  readonly date?: string;
}

const recordingCheck = fields<PactRecording>()({
  of: oneOf('calls', 'callbacks'),
  consumer: text,
  reads: listOf(text, 'a list of names'),
  since: wholeNumber(0),
  date: text,
});

/** The recording as the query of a call. */
export const recordingQuery = (recording: PactRecording) => {
  checkUse('recordedPact', recordingCheck, recording);
  const { reads, ...others } = recording;
  return { ...others, reads: reads?.join(',') };
};
