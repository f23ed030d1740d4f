import { atOnceBreaks } from './at-once.ts';
import { behaviourBreaks } from './behaviour.ts';
import { bindingBreaks } from './bindings.ts';
import { type Break, joinBreaks } from './break.ts';
import { directBreaks } from './direct.ts';
import { httpBreaks } from './http.ts';
import { jsonBreaks } from './json.ts';
import { moneyBreaks } from './money.ts';
import { oldStatusBreaks } from './old-status.ts';
import { orderBreaks } from './orders.ts';
import { pageBreaks } from './page.ts';
import { recurringBreaks } from './recurring.ts';
import { refusalBreaks } from './refusals.ts';
import { situationBreaks } from './situations.ts';
import { statusCardBreaks } from './status-cards.ts';
import { statusFactBreaks } from './status-facts.ts';
import { statusFieldBreaks } from './status-fields.ts';
import { templateBreaks } from './templates.ts';
import { walletBreaks } from './wallets.ts';

/** Every break, in the order of ids. */
export const breaks: readonly Break[] = joinBreaks([
  atOnceBreaks,
  behaviourBreaks,
  bindingBreaks,
  directBreaks,
  httpBreaks,
  jsonBreaks,
  moneyBreaks,
  oldStatusBreaks,
  orderBreaks,
  pageBreaks,
  recurringBreaks,
  refusalBreaks,
  situationBreaks,
  statusCardBreaks,
  statusFactBreaks,
  statusFieldBreaks,
  templateBreaks,
  walletBreaks,
]);
