import type { ChangeAnswer, ChangeReply, Json } from './break.ts';
import { put, replace, when } from './edit.ts';

/** Parts of changes that several tables use. */

const madeUpId = '019b6f10-3c2a-7c41-9f6e-5a1200b4e002';
const madeUpOrder = {
  orderId: madeUpId,
  formUrl: `https://gateway.example/payment/merchants/payment_en.html?mdOrder=${madeUpId}`,
};

/** Registers an order in place of this refusal. */
export const orderAnyway = (code: string, message = /^/): ChangeAnswer =>
  when(
    (body) => body.errorCode === code && message.test(body.errorMessage),
    replace(() => madeUpOrder),
  );

/** A confirmation in place of the refusals with these codes, whatever their form; of a wrong password only if it is meant. */
export const confirmAnyway = (codes: readonly string[], message = /^(?!Access denied)/): ChangeAnswer =>
  when(
    ({ errorCode, errorMessage = '' }) => codes.includes(String(errorCode)) && message.test(errorMessage),
    put('errorCode', (code: Json) => (typeof code === 'number' ? 0 : '0')),
    put('errorMessage', 'Success'),
  );

/** Success of a call that refuses by `error`, with `status` or `success` beside. */
export const succeedAnyway = (codes: readonly string[]): ChangeAnswer =>
  when(
    ({ error }) => codes.includes(String(error?.code)),
    (body) => {
      delete body.error;
      if ('status' in body) body.status = 'SUCCESS';
      if ('success' in body) body.success = true;
    },
  );

/** Writes other JSON in place of JSON. */
export const rewriteJson = (change: (body: Json) => Json): ChangeReply =>
  rewriteText((text) => JSON.stringify(change(JSON.parse(text))));

/** Writes another text in place of JSON. */
export const rewriteText =
  (change: (text: string) => string): ChangeReply =>
  (reply) => {
    const text = reply.body.toString();
    return /^[{[]/.test(text) ? { ...reply, body: Buffer.from(change(text)) } : reply;
  };
