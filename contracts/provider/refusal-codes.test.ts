import test from 'ava';
import { startSimulator } from '../../simulator/simulator.ts';
import { readPact } from '../pact/pact-file.ts';
import { shopPact } from '../pact/pacts.ts';

/** Codes that the OpenAPI document lists and no interaction has, by pattern of the address, with the reason. */
const left: readonly (readonly [address: RegExp, codes: readonly string[], because: string])[] = [
  [/./, ['7'], 'of most calls only a system error has this code, which no request brings about'],
  [/\/payment[oO]rder\.do$/, ['4'], 'only a field inside its JSON parameters is missing with this code'],
  [/\/(deposit|reverse|refund|processRaw\w+)\.do$/, ['3'], "another currency than the order's is a wrong value, 5"],
  [/\/processRaw\w+\.do$/, ['8'], 'these refunds take no cart'],
  [
    /\/industryPractice\/paymentOrder\.do$/,
    ['1', '2', '3', '8', '12', '13', '14'],
    'the call has no card, currency or cart; number, amount and features of the new order are those of register.do',
  ],
  [
    /\/registerByTemplate\.do$/,
    ['1', '2', '3', '4', '5', '8', '12', '13', '14'],
    'the fields of the order were checked when the template was made',
  ],
  [/\/installmentPayment\.do$/, ['3', '8', '13', '14'], 'the call takes no currency, cart or features'],
  [/\/(instantPayment|motoPayment|verifyCard)\.do$/, ['2', '6'], 'these calls name neither a card nor an order'],
  [/\/verifyCard\.do$/, ['4'], 'a call without a card is refused with 1'],
  [/\/instantRefund\.do$/, ['4', '8', '13', '14'], 'a payout has no way back, cart or features'],
  [/\/task\/create$/, ['12'], 'a task without an amount is refused with 4'],
  [/\/task\/(modify|activate)$/, ['1', '2'], 'the card of a task was checked when it was made'],
  [/\/templates\/(create|createTemplate)\.do$/, ['6'], 'a new template is not looked for'],
  [/\/templates\/(get|getTemplateDetails|updateTemplate)\.do$/, ['3'], 'the currency is that of the template'],
];

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const codeNames = /^(errorCode|ErrorCode|code)$/;

/** Every code in an example. */
const codesIn = (value: unknown): readonly string[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, inner]) =>
        codeNames.test(name) && !isObject(inner) ? [String(inner)] : codesIn(inner),
      )
    : [];

interface Call {
  readonly tags: readonly string[];
  readonly responses: {
    readonly 200: { readonly content: { readonly 'application/json': { readonly examples?: Json } } };
  };
}

/** The codes with which the calls of a merchant refuse, by address: the OpenAPI document has an example of each. */
const documentedCodes = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const simulator = await startSimulator({ logLevel: 'error' });
  const answer = await fetch(`${simulator.controlUrl}/openapi/merchant.json`).finally(() => simulator.stop());
  const { paths } = (await answer.json()) as { readonly paths: Readonly<Record<string, { readonly post: Call }>> };
  const calls = Object.entries(paths).filter(([, { post }]) => post.tags[0] === 'merchant');
  return new Map(
    calls.map(([address, { post }]) => {
      const { examples = {} } = post.responses[200].content['application/json'];
      return [address, [...new Set(codesIn(examples))].filter((code) => code !== '0')];
    }),
  );
};

test('for each code that a call can refuse with there is an interaction, or a reason', async (t) => {
  const documented = await documentedCodes();
  const { interactions } = readPact(shopPact);
  const used = new Set<(typeof left)[number]>();
  const missing = [...documented].flatMap(([address, codes]) => {
    const agreed = new Set(
      interactions.filter(({ request }) => request?.path === address).flatMap(({ response }) => codesIn(response)),
    );
    return codes.flatMap((code) => {
      if (agreed.has(code)) return [];
      const reasons = left.filter(([pattern, ofReason]) => pattern.test(address) && ofReason.includes(code));
      for (const reason of reasons) used.add(reason);
      return reasons.length > 0 ? [] : [`${address}: ${code}`];
    });
  });

  t.true(documented.size > 50);
  t.deepEqual(missing, []);
  t.deepEqual(
    left.filter((reason) => !used.has(reason)),
    [],
    'each reason is needed',
  );
});
