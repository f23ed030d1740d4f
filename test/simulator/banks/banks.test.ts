import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { remarkOn } from '../../../simulator/banks/fact-words.ts';
import { inEnglish } from '../../docs/generate/say.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { type Json, login, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { orderFor } from './bank-orders.ts';

const success = { errorMessage: 'Success' };
const text = { errorCode: '0', ...success };
const flagged = { ...text, error: false };

interface Dialect {
  readonly registered: Json;
  readonly denied: Json;
  readonly done: Json;
  readonly refused: Json;
  readonly unknown: Json;
  readonly legacy: Json;
}

/** How answers look at most banks, without their texts. */
const usualDialect: Dialect = {
  registered: {},
  denied: { errorCode: '5' },
  done: text,
  refused: { errorCode: '7' },
  unknown: { errorCode: '6', merchantOrderParams: [], attributes: [] },
  legacy: { ErrorCode: '0', ErrorMessage: 'Success', OrderStatus: 2 },
};

/** How they look at the others. */
const dialects: Readonly<Record<string, Dialect>> = {
  bpc: {
    registered: {},
    denied: { errorCode: '5' },
    done: { errorCode: 0, ...success },
    refused: { errorCode: '7' },
    unknown: { errorCode: '6', merchantOrderParams: [], attributes: [] },
    legacy: { ErrorCode: '0', ErrorMessage: 'Success', OrderStatus: 2 },
  },
  bt: {
    registered: {},
    denied: { errorCode: '5', error: true },
    done: flagged,
    refused: { errorCode: '7', error: true },
    unknown: { errorCode: '6', error: true, merchantOrderParams: [], attributes: [] },
    legacy: { ErrorCode: '0', ErrorMessage: 'Success', OrderStatus: 2 },
  },
  arca: {
    registered: { errorCode: 0, errorCodeString: '0', error: false },
    denied: { errorCode: 5, errorCodeString: '5', error: true },
    done: flagged,
    refused: { errorCode: 7, errorCodeString: '7', error: true },
    unknown: { errorCode: 6, errorCodeString: '6', error: true, merchantOrderParams: [], attributes: [] },
    legacy: { errorCode: '0', errorMessage: 'Success', orderStatus: 2, error: false },
  },
  satim: {
    registered: { errorCode: 0 },
    denied: { errorCode: 5 },
    done: text,
    refused: { errorCode: '7' },
    unknown: {},
    legacy: { ErrorCode: '0', ErrorMessage: 'Success', OrderStatus: 2 },
  },
};

const withoutTexts = ({ errorMessage: _, ...answer }: Json): Json => answer;

test('each dialect is that of a bank', (t) => {
  const names = new Set(banks.map(({ name }) => name));
  t.deepEqual(
    Object.keys(dialects).filter((name) => !names.has(name)),
    [],
  );
});

for (const bank of banks) {
  const { registered, denied, done, refused, unknown, legacy } = dialects[bank.name] ?? usualDialect;

  test(`${bank.name} says yes and no in its own way`, async (t) => {
    const simulator = await simulatorFor(t, { bank });
    const { orderId, formUrl, ...rest } = await simulator.call('register.do', orderFor(bank));
    const held = await hold(simulator, { ...orderFor(bank), orderNumber: 'B-2' });

    t.deepEqual(rest, registered as Json);
    t.is(new URL(formUrl).searchParams.get('mdOrder'), orderId);
    const wrong = await simulator.call('register.do', { ...orderFor(bank), password: 'wrong', language: 'en' });
    t.deepEqual(withoutTexts(wrong), denied as Json);
    const tooEarly = await simulator.call('refund.do', { orderId, amount: '1000' });
    t.deepEqual(withoutTexts(tooEarly), refused as Json);
    t.deepEqual(await simulator.call('deposit.do', { orderId: held, amount: '0', language: 'en' }), done as Json);
    t.like(await simulator.call('getOrderStatus.do', { orderId: held, language: 'en' }), legacy as Json);
    if (bank.unknownOrderHttpStatus !== 200) return;
    const nothing = await simulator.call('getOrderStatusExtended.do', { orderId: 'nobody' });
    t.deepEqual(withoutTexts(nothing), unknown as Json);
  });

  test(`${bank.name} answers with its content type, in its currency and country`, async (t) => {
    const simulator = await simulatorFor(t, { bank });
    const orderId = await payWith(simulator, plainCard.pan, orderFor(bank));

    const answer = await fetch(`${simulator.restUrl}getOrderStatusExtended.do`, {
      method: 'POST',
      body: new URLSearchParams({ ...login, orderId }),
    });

    t.is(answer.headers.get('content-type'), bank.contentType);
    const status = (await answer.json()) as Json;
    t.like(status, { orderStatus: 2, currency: bank.currency, bankInfo: { bankCountryCode: bank.country } });
    t.regex(status['bankInfo'].bankCountryName, /^\p{Lu}\p{Ll}+/u, 'the country has a name');
  });

  test(`every fact of ${bank.name} has a source, and a guess is called one`, (t) => {
    const facts = Object.keys(bank).filter((name) => name !== 'name' && name !== 'provenance');
    t.deepEqual(Object.keys(bank.provenance).toSorted(), facts.toSorted());
    for (const [fact, [source, confidence]] of Object.entries(bank.provenance)) {
      if (source === 'guess') t.is(confidence, 'guess', fact);
    }
    t.true(bank.currencies.includes(bank.currency));
  });
}

test('what was seen at a host has its date, as far as the source has one', (t) => {
  const remarks = banks.flatMap((bank) => {
    const remark = remarkOn(bank, 'expiredActionCode', inEnglish);
    return remark?.includes('seen') ? [`${bank.name}: ${remark}`] : [];
  });
  t.true(remarks.includes('bpc: seen at the test host on 2026-05-28'), remarks.join('\n'));
  t.true(remarks.includes('bereke: older installs answer -2007; seen at dev.bpcbt.com on 2026-05-28'));
  t.true(remarks.includes('vtb-kz: seen in 2026-06'));
  const [dsk, clictopay] = ['dsk', 'clictopay'].map((name) => banks.find((bank) => bank.name === name));
  t.is(dsk && remarkOn(dsk, 'reversalClearsApproved', inEnglish), 'seen at the test host');
  // A look at SATIM is none at a bank of which it is guessed that it does the same.
  t.deepEqual(
    Object.values(clictopay?.provenance ?? {}).filter(([, sure, , seen]) => sure === 'guess' && seen),
    [],
  );
});
