import type { CallbackView } from '../../../inspection/callbacks/callbacks.ts';
import type { Visit } from '../../page.ts';
import { leftUntil } from '../../ui/left-until.ts';
import type { Look } from '../../ui/status.ts';

type State = CallbackView['state'];

/** How each state looks. */
export const stateLooks: Readonly<Record<State, Look & { readonly word: string }>> = {
  waiting: { word: 'Waiting', tone: 'wait', icon: 'glass' },
  delivered: { word: 'Delivered', tone: 'good', icon: 'check' },
  'given-up': { word: 'Given up', tone: 'bad', icon: 'belloff' },
  lost: { word: 'Lost', tone: 'created', icon: 'stop' },
};

/** The state as HTML; one that waits counts down. */
export const stateOf = ({ ui, say, context }: Visit, { state, dueAt }: CallbackView): string => {
  const { tone, icon, word } = stateLooks[state];
  if (state !== 'waiting' || dueAt === undefined)
    return ui.status(tone, icon, say(word), '', state === 'delivered' ? 'quiet' : '');
  const dueMs = Date.parse(dueAt);
  const leftMs = dueMs - context.clock.now();
  if (leftMs <= 0) return ui.status(tone, icon, say('Waits for its turn'));
  return `<span class="status is-${tone}">${ui.icon(icon)}<span>${say('Waits')} <b class="num" data-due="${dueMs}">${leftUntil(leftMs, say)}</b></span></span>`;
};

/** What came of its tries so far, in a few words. */
export const triesText = ({ say, context }: Visit, { state, tries, copyOf, fault }: CallbackView): string => {
  if (state === 'lost') return say('a scenario holds it back');
  const last = tries.at(-1);
  if (!last) return copyOf === undefined ? say('not tried yet') : say('a copy, not sent yet');
  const end = last.httpStatus === undefined ? say('no answer') : `HTTP ${last.httpStatus}`;
  if (copyOf !== undefined) return say('a copy, {end}', { end });
  if (state === 'delivered' && !fault)
    return tries.length === 1 ? say('first try') : say('try {number}', { number: tries.length });
  const most = context.merchant.callbacks?.mostFailures ?? tries.length;
  return state === 'waiting'
    ? say('{end}, {count} of {most} tries', { end, count: tries.length, most: Math.max(most, tries.length) })
    : say('{end}, tries: {count}', { end, count: tries.length });
};
