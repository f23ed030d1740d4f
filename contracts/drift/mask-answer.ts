import { hideCardData } from '../../simulator/masking/hide-card-data.ts';
import type { AskedOrder } from './questions/question.ts';

export interface Login {
  readonly userName: string;
  readonly password: string;
}

/** What an answer can repeat of a run. */
export interface Known {
  readonly login: Login;
  readonly orders: readonly Pick<AskedOrder, 'orderId' | 'orderNumber'>[];
}

/** Fields whose value lets somebody pay, or tells of a person or a machine; and parameters of addresses with such names. */
const secretField =
  /("(?:bindingId|token|accessToken|seToken|checksum|cvc|password|userName|ip|merchantIp|payerIp|phone|mobilePhone)"\s*:\s*)"[^"]*"/gi;
const secretParameter = /([?&](?:token|password|userName|checksum)=)[^&"\s]*/gi;
/** `{ name: 'merchantIp', value }`, as attributes have it. */
const secretAttribute = /("name"\s*:\s*"(?:merchantIp|payerIp|ip|bindingId|token)"\s*,\s*"value"\s*:\s*)"[^"]*"/gi;

export const eMail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/**
 * A body without card numbers, tokens, e-mails and addresses of machines, and without login and password. The ids and numbers
 * of the own orders are placeholders, so that two runs say the same.
 */
export const maskBody = (body: string, { login, orders }: Known): string => {
  let text = replaceWhole(body, login.password, '<password>');
  for (const { orderId, orderNumber } of orders) {
    text = replaceWhole(text, orderId, '<orderId>');
    text = replaceWhole(text, orderNumber, '<orderNumber>');
  }
  text = replaceWhole(text, login.userName, '<login>');
  text = text
    .replace(secretAttribute, '$1"<masked>"')
    .replace(secretField, '$1"<masked>"')
    .replace(secretParameter, '$1<masked>')
    .replace(eMail, '<e-mail>');
  return hideCardData(text);
};

/** Replaces a value, but not a part of a longer word. */
const replaceWhole = (text: string, value: string, placeholder: string): string =>
  value === '' ? text : text.replaceAll(wholeWord(value), () => placeholder);

const wholeWord = (value: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(value)}(?![\p{L}\p{N}])`, 'gu');

/** RegExp.escape, which Node 22 has not. */
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
