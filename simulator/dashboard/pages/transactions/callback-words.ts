import type { Say } from '../../texts/say.ts';
import type { IconName } from '../../ui/icons.ts';
import type { Tone } from '../../ui/status.ts';
import type { CallbackState } from './order-facts.ts';

export const callbackLooks: Readonly<
  Record<
    Exclude<CallbackState['kind'], 'none'>,
    { readonly word: string; readonly tone: Tone; readonly icon: IconName }
  >
> = {
  waiting: { word: 'Waits', tone: 'wait', icon: 'glass' },
  paused: { word: 'Paused', tone: 'wait', icon: 'pause' },
  delivered: { word: 'Delivered', tone: 'good', icon: 'check' },
  'given-up': { word: 'Given up', tone: 'bad', icon: 'belloff' },
  lost: { word: 'Lost', tone: 'created', icon: 'stop' },
};

/** The state of an order's callbacks in a word; empty if there are none. */
export const callbackWords = ({ kind }: CallbackState, say: Say): string =>
  kind === 'none' ? '' : say(callbackLooks[kind].word);
