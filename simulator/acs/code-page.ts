import type { MerchantContext } from '../context.ts';
import { formatAmount } from '../data/currencies.ts';
import { pageLanguageNames, pageLanguagesOf, timeFormat } from '../data/page-languages.ts';
import type { Attempt, Order, ThreeDs } from '../domain/orders/order.ts';
import { htmlPage } from '../http/page/html-page.ts';
import type { Parameters } from '../http/read/parameters.ts';
import type { Reply } from '../http/reply.ts';
import { mostWrongCodes, resendingOf } from '../payments/attempt/challenge.ts';
import { assetsBase, chosenLanguage, readTermUrl } from './acs-pages.ts';
import { renderAcsPage } from './render.ts';

/** A challenge that is open. */
interface Challenge {
  readonly order: Order;
  readonly attempt: Attempt;
  readonly threeDs: ThreeDs;
}

/** The page that asks for the code. `hasResent`: a code was sent again just now. */
export const showCodePage = (
  { merchant, options, bank, clock }: MerchantContext,
  { order, attempt, threeDs }: Challenge,
  parameters: Parameters,
  { hasResent = false }: { readonly hasResent?: boolean } = {},
): Reply => {
  const language = chosenLanguage(parameters, bank, order);
  const nowMs = clock.now();
  const { left, fromMs } = resendingOf(attempt, threeDs);
  return htmlPage(
    renderAcsPage({
      language,
      languages: pageLanguagesOf(bank).map((code) => ({ language: code, name: pageLanguageNames[code] })),
      version: threeDs.version,
      merchantName: merchant.name,
      amountText: formatAmount(order.amountMinor + order.feeMinor, order.currency, language),
      maskedPan: attempt.card?.maskedPan ?? '',
      dateText: dateAndTime(language).format(attempt.startedAtMs + bank.utcOffsetMinutes * 60_000),
      formAction: '/acs/answer',
      hiddenFields: [
        { name: 'acsTransID', value: order.id },
        { name: 'threeDSServerTransID', value: threeDs.serverTransId },
        { name: 'TermUrl', value: readTermUrl(parameters) },
      ],
      ...(threeDs.wrongCodes > 0 && !hasResent && { triesLeft: mostWrongCodes - threeDs.wrongCodes }),
      resending: { left, inSecs: secondsUntil(fromMs, nowMs), isDone: hasResent },
      secondsLeft: secondsUntil(order.expiresAtMs, nowMs),
      isClockStill: clock.isFrozen(),
      hasSandbox: options.sandboxPanel,
      assetsBase,
    }),
  );
};

const secondsUntil = (atMs: number, nowMs: number): number => Math.max(0, Math.ceil((atMs - nowMs) / 1000));

const dateAndTime = timeFormat({ dateStyle: 'medium', timeStyle: 'short' });
