import { type BrokenGateway, onEndpoint } from './apply-fault.ts';
import type { Answer, ShopRequest } from './proxy.ts';

const codeOf = ({ body }: Answer): string =>
  String(body['errorCode'] ?? body['ErrorCode'] ?? (body['error']?.code as unknown) ?? '0');

/** Turns a refusal with one of these codes into a success, in whatever form the call refuses. */
const accepts = (codes: readonly string[], { body }: Answer): void => {
  if (body['error']?.code !== undefined && codes.includes(String(body['error'].code))) {
    delete body['error'];
    if ('status' in body) body['status'] = 'SUCCESS';
    if ('success' in body) body['success'] = true;
  }
  for (const name of ['errorCode', 'ErrorCode']) {
    if (!codes.includes(String(body[name]))) continue;
    body[name] = typeof body[name] === 'number' ? 0 : '0';
    if (typeof body['success'] === 'boolean') body['success'] = true;
  }
};

const asksOf = (request: ShopRequest): string => request.body.toString();

/** A gateway that does not look at the password of these calls. */
const trusting = (fails: RegExp, endpoints: RegExp): BrokenGateway => ({
  way: {
    ask: (request) => {
      const endpoint = request.url.split('/').at(-1) ?? '';
      if (endpoints.test(endpoint) && asksOf(request).includes('not-the-password'))
        request.body = Buffer.from(asksOf(request).replace('not-the-password', 'test_user_password'));
      return undefined;
    },
  },
  fails,
  complaint: /^\$/,
});

/** Faults of who may ask, and for what. */
export const brokenAccess: Readonly<Record<string, BrokenGateway>> = {
  'looks at the password of register.do alone': trusting(
    /with a wrong password, (refused|failed) /,
    /^(?!register\.do$)/,
  ),
  'looks at no password when money is moved': trusting(
    /asks to (capture|give free|refund|close), with a wrong password/,
    /^(deposit|reverse|refund|decline)\.do$/,
  ),
  'says of no order that it does not exist': {
    fault: (answer) => {
      if (/^(deposit|reverse|refund|decline|addParams)\.do$/.test(answer.endpoint) && codeOf(answer) === '6')
        accepts(['6'], answer);
    },
    fails: /asks to (capture|give free|refund|close|add parameters), with the id of an order that does not exist/,
    complaint: /^\$\.errorCode /,
  },
  'answers a call without an order as if there were one': {
    fault: (answer) => {
      if (/^(deposit|reverse|refund|decline)\.do$/.test(answer.endpoint)) accepts(['1', '4'], answer);
    },
    fails: /asks to (capture|give free|refund|close), with nothing but its login/,
    complaint: /^\$\.errorCode /,
  },
  'shows orders of another merchant': {
    fault: onEndpoint('getOrderStatusExtended.do', (answer) => {
      if (codeOf(answer) === '5' && answer.body['errorMessage'] === 'Access denied') accepts(['5'], answer);
    }),
    fails: /asks for the status(, with a wrong password| of an order of another merchant), refused with the text 5$/,
    complaint: /^\$\.errorCode /,
  },
  'refunds orders of another merchant': {
    fault: onEndpoint('refund.do', (answer) => accepts(['5'], answer)),
    fails: /to refund(, with a wrong password| an order of another merchant), refused with the text 5$/,
    complaint: /^\$\.errorCode /,
  },
  'takes a wallet payment in the name of nobody': {
    fault: (answer) => {
      if (/^payment\.do$/.test(answer.endpoint)) accepts(['10'], answer);
    },
    fails:
      /for a payment with \w+ Pay (in the name of nobody|under a number that it has used), refused with the number 10 in error$|card scheme's token, with a wrong password/,
    complaint: /^\$/,
  },
  'takes an unknown currency': {
    fault: (answer) => {
      if (answer.endpoint.startsWith('register')) accepts(['3'], answer);
    },
    fails: /in a currency that it does not know, refused with the text 3$/,
    complaint: /^\$\.errorCode /,
  },
  'takes an unknown feature': {
    fault: (answer) => {
      if (answer.endpoint.startsWith('register')) accepts(['14'], answer);
    },
    fails: /with a feature that it does not know, refused with the text 14$/,
    complaint: /^\$\.errorCode /,
  },
  'registers an order of two phases under a used number': {
    fault: onEndpoint('registerPreAuth.do', (answer) => accepts(['1'], answer)),
    fails: /of two phases under a number that it has used, refused/,
    complaint: /^\$\.errorCode /,
  },
};
