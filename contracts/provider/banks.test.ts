import test from 'ava';
import { banks as allBanks } from '../../simulator/banks/all.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { shopPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
import type { Report } from '../pact/report.ts';
import { summariseBank } from '../pact/summary.ts';
import type { GatewayJob } from './verification-process.ts';

/** Without the bank of the contract, as which the simulator was verified before. */
const banks = allBanks.filter((bank) => bank !== bereke);

/** Two processes share the banks, because each spends half of its time waiting. */
const verifiers = [0, 1].map(() => quietVerifier<GatewayJob>(new URL('verification-process.ts', import.meta.url)));

const reports: ReadonlyMap<string, Promise<Report>> = new Map(
  verifiers.flatMap((verify, place) => {
    let before: Promise<unknown> = Promise.resolve();
    return banks
      .filter((_, index) => index % verifiers.length === place)
      .map(({ name }) => {
        const report = before.then(() => verify({ pactFile: shopPact, bank: name }));
        before = report.catch(() => undefined);
        return [name, report] as const;
      });
  }),
);

/** A known difference between a bank and the contract: the interactions, and the complaint of the verifier. */
type Difference = readonly [interactions: RegExp, complaint: RegExp];

const operationsThatGoWell =
  /to (capture (all|a part|the rest)|refund (a part|all|the rest|what was)|close an order (that nobody|with a declined))|free what is held$|a refund that it was given before$/;
const stepsAreOne: readonly Difference[] = [
  [
    /is being captured in steps$/,
    /^\$\.(orderStatus|OrderStatus|paymentAmountInfo\.paymentState) Expected (2|'DEPOSITED') /,
  ],
  [
    /was captured in steps/,
    /^state "an order captured in two steps exists" was not reached: deposit\.do: refused with errorCode 7/,
  ],
  [/to refund an order that is being captured in steps$/, /^\$\.errorCode Expected '?0/],
  [/to capture the rest of what is held$/, /^\$\.error(Code|Message) Expected ('7'|7|'\S+ .*') /],
];
/** A hold that was given free has approvedAmount 0. */
const clearsApproved: Difference = [/hold was given free$/, /^\$\.paymentAmountInfo\.approvedAmount Expected 0 /];
const wantsIp: Difference = [/to pay with a stored card|paid with a stored card/, /^(\$|state .* is empty)/];

/** Source: the sources in the profiles of simulator/banks. */
const differences: Readonly<Record<string, readonly Difference[]>> = {
  'vtb-kz': [],
  jcc: [],
  bpc: [[operationsThatGoWell, /^\$\.errorCode Expected 0 \(Integer\)/]],
  alfa: [wantsIp, clearsApproved],
  'alfa-by': [wantsIp, clearsApproved],
  clictopay: [[/./, /cardAuthInfo .*missing the following keys: maskedPan$/], ...stepsAreOne],
  sber: [
    [/./, /^\$\S*\.([mM]askedPan|[pP]an) Expected '\d{6}XXXXXX\d{4}'/],
    [/./, /cardAuthInfo .*missing the following keys: maskedPan$/],
    wantsIp,
    ...stepsAreOne,
  ],
  dsk: [clearsApproved],
  bt: [
    // `token` and `approvalCode` stand between the parameters that every bank has.
    [/./, /^\$\.redirect Expected '\S+[?&]orderId=[\da-f-]+&token=[\w-]{32}(&approvalCode=\w{6})?&lang=\w\w'/],
    // Descriptions are in plain letters.
    [/with Kazakh and Russian letters$/, /\[description\]$|missing the following keys: formUrl, orderId$/],
    [/refunded (in part|once by a call)/, /Expected (7 |'PARTIALLY_REFUNDED')/],
    [/only verified a card$/, /Expected 'VALIDATION_FINISHED'/],
    [/to refund (more|a sum that was never paid)/, /^\$\.errorCode Expected '?8/],
    ...stepsAreOne,
  ],
  arca: [
    [/./, /^\$\.errorCode Expected \d+ \(Integer\) to be (equal to|the same type as) '\d+' \(String\)$/],
    [/wants to hear of no error$/, /^\$\.(error|errorCode|errorCodeString) /],
    [
      /the old way for the status|to keep, as it|to (acknowledge|confirm) an order/,
      /missing the following keys: .*ErrorCode/,
    ],
    ...stepsAreOne,
  ],
  satim: [
    // Ids are letters and digits, and `lang` stands before `orderId` on the way back.
    [/./, /^\$\S*\.(orderId|mdOrder|attributes\[0\]\.value) Expected '[a-zA-Z\d]{20}' to match /],
    [/./, /^\$\.redirect Expected '\S+[?&]lang=\w\w&orderId=(?:[\da-f-]{36}|[a-zA-Z\d]{20})' to match /],
    [/to register an order/, /^\$\.formUrl Expected '\S+\/payment\/epg\/merchants\/test_user\/payment\.html\?mdOrder=/],
    // The old status answers as the acknowledgement does.
    [/the old way for the status/, /^\$ .*missing the following keys: (authCode|rrn|authCode, rrn)$/],
    [/to acknowledge an order.* does not exist/, /^(status expected 200 but was 401|\$ Type mismatch)/],
    [/to register an order/, /^\$\.errorCode Expected (\d+ \(Integer\)|'errorCode')/],
    ...stepsAreOne,
  ],
};

for (const bank of banks) {
  const { name } = bank;
  const known = differences[name] ?? [];

  test(`the contract holds at ${name}, but for ${known.length === 0 ? 'nothing' : 'what its profile says'}`, async (t) => {
    const { interactions = [], mismatches = [] } = (await reports.get(name)) ?? {};
    const said = mismatches.map(({ interaction, path, says }) => ({ interaction, complaint: `${path} ${says}` }));
    const explains = ([interaction, complaint]: Difference, one: (typeof said)[number]): boolean =>
      interaction.test(one.interaction) && complaint.test(one.complaint);

    summariseBank(bank, interactions.length, said.length);
    t.true(interactions.length > 100);
    t.deepEqual(
      said.filter((one) => !known.some((difference) => explains(difference, one))),
      [],
      'every difference is a known one',
    );
    t.deepEqual(
      known.filter((difference) => !said.some((one) => explains(difference, one))),
      [],
      'every known difference is there',
    );
  });
}
