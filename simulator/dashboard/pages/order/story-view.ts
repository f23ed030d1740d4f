import { showRequest } from '../../../inspection/callbacks/callbacks.ts';
import { nextDue } from '../../../inspection/orders/next-due.ts';
import type { StoryLine } from '../../../inspection/orders/order-story.ts';
import type { Party } from '../../../inspection/speech.ts';
import { withoutPassword } from '../../../text/without-password.ts';
import type { Visit } from '../../page.ts';
import { nextWords } from '../../shell/next-words.ts';
import { refusalInVisit, sentRefusal } from '../../texts/refusals/gateway-refusal.ts';
import { sayStory } from '../../texts/story-words.ts';
import { bodyLines, requestLines } from '../../ui/exchange-text.ts';
import { failureText } from '../../ui/failure-text.ts';
import { leftUntil } from '../../ui/left-until.ts';

/** Where the lanes are, in per cent of the drawing. */
const lanes: Readonly<Record<Party, number>> = { payer: 12.5, shop: 37.5, gateway: 62.5, issuer: 87.5 };

/** What went over the wire. */
interface Evidence {
  readonly name: string;
  readonly head: string;
  readonly text: string;
  /** How it went, for its colour. */
  readonly tone?: 'good' | 'bad' | undefined;
  readonly small?: string;
}

export interface LineView {
  readonly id: string;
  readonly time: string;
  readonly arrow: string;
  readonly sentence: string;
  readonly meta: string;
  /** A decline, of which the page tells who decided it. */
  readonly isDecline: boolean;
  /** Why the gateway refused the call. */
  readonly reason: string | undefined;
  readonly evidence: readonly Evidence[];
  readonly isOpen: boolean;
  readonly gap: string | undefined;
  /** The callback that can be sent again from here. */
  readonly callbackId?: string | undefined;
  /** The number of the call in the journal. */
  readonly callNumber?: number | undefined;
}

/** A pause of more than this is said. */
const longPauseMs = 60_000;

export const linesOf = (visit: Visit, story: readonly StoryLine[]): readonly LineView[] => {
  const opened = openedByDefault(visit, story);
  return story.map((line, index) => {
    const before = story[index - 1];
    const pauseMs = before ? line.atMs - before.atMs : 0;
    const { call, callback } = line;
    const sent = call?.isRefused ? sentRefusal(call) : undefined;
    return {
      id: line.id,
      time: visit.ui.time(line.atMs),
      arrow: arrowOf(line),
      sentence: sayStory(visit, line.what),
      meta: call ? `${call.path.slice(call.path.lastIndexOf('/') + 1)} · ${tookOf(visit, call.tookMs)}` : '',
      isDecline: isDecline(line),
      reason: sent === undefined ? undefined : refusalInVisit(visit, sent),
      evidence: evidenceOf(visit, line),
      isOpen: opened.has(line.id),
      gap: pauseMs > longPauseMs ? visit.say('{time} later', { time: spanOf(visit, pauseMs) }) : undefined,
      callbackId: callback?.id,
      callNumber: call?.number,
    };
  });
};

/** A decline that somebody decided, a scenario or a card; the panel about the end of the order tells who. */
const isDecline = ({ id, tone }: StoryLine): boolean => tone === 'bad' && /^attempt \d+ ended$/.test(id);

/** The last exchange that failed, and the last call that moved money; or all. */
const openedByDefault = ({ query }: Visit, story: readonly StoryLine[]): ReadonlySet<string> => {
  if (query.get('open') === 'all') return new Set(story.map(({ id }) => id));
  const failed = story.findLast(({ isRefused }) => isRefused);
  const moved = story.findLast(({ id, call }) => call && /^(?:refund|reversed|mark)/.test(id));
  return new Set([failed, moved].flatMap((line) => line?.id ?? []));
};

/** `4 min 50 s`, `2 h 5 min`, `3 d`. */
const spanOf = ({ say }: Visit, ms: number): string => {
  const seconds = Math.round(ms / 1000);
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor((seconds % 86_400) / 3600),
    Math.floor((seconds % 3600) / 60),
  ];
  if (days > 0) return hours > 0 ? say('{days} d {hours} h', { days, hours }) : say('{days} d', { days });
  if (hours > 0) return say('{hours} h {minutes} min', { hours, minutes });
  return say('{minutes} min {seconds} s', { minutes, seconds: seconds % 60 });
};

/** An arrow from the one who speaks to the other; a cross where that one did not accept it, a dot where someone is alone. */
const arrowOf = (
  { from, to, tone, isRefused = false }: Pick<StoryLine, 'from' | 'to' | 'tone' | 'isRefused'>,
  isToCome = false,
): string => {
  const classes = `arrow ${tone ? `is-${tone}` : ''}${isToCome ? ' next' : ''}`;
  const [start, end] = [lanes[from], lanes[to]];
  const dot = `<circle cx="${start}%" cy="18" r="3"/>`;
  if (start === end) return `<svg class="${classes}" aria-hidden="true">${dot}</svg>`;
  const left = end < start;
  const head = isRefused
    ? `<path class="x" fill="none" d="${left ? 'M3 -4 11 4M11 -4 3 4' : 'M-11 -4 -3 4M-3 -4 -11 4'}" stroke="currentColor" stroke-width="1.75"/>`
    : `<path d="${left ? 'M9 -4.5 1 0 9 4.5z' : 'M-9 -4.5 -1 0 -9 4.5z'}"/>`;
  return `<svg class="${classes}" aria-hidden="true">${dot}<line x1="${start}%" y1="18" x2="${end}%" y2="18"/><svg x="${end}%" y="18" overflow="visible">${head}</svg></svg>`;
};

const tookOf = ({ say }: Visit, ms: number): string => say('{count} ms', { count: Math.round(ms) });

const evidenceOf = (visit: Visit, { call, callback, tryIndex }: StoryLine): readonly Evidence[] => {
  const { say } = visit;
  if (call)
    return [
      { name: say('the request'), head: `${call.method} ${call.path}`, text: requestLines(call.parameters) },
      {
        name: say('the answer'),
        head: `HTTP ${call.httpStatus}`,
        tone: call.isRefused ? 'bad' : undefined,
        small: tookOf(visit, call.tookMs),
        text: bodyLines(call.answer),
      },
    ];
  if (!callback) return [];
  const { method, url, body } = showRequest(callback);
  const address = withoutPassword(url.replace(/\?.*$/, ''));
  const isToken = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(body ?? '');
  const one = tryIndex === undefined ? undefined : callback.tries[tryIndex];
  return [
    {
      name: say('the callback as sent'),
      head: `${method} ${address}`,
      text: isToken ? String(body) : callback.fields.map(([name, value]) => `${name}=${value}`).join('\n'),
    },
    ...(one
      ? [
          {
            name: say('the answer of the shop'),
            head: one.httpStatus === undefined ? say('No answer') : `HTTP ${one.httpStatus}`,
            tone: one.httpStatus === 200 ? ('good' as const) : ('bad' as const),
            small: [
              ...(one.httpStatus === 200 ? [] : [say('only 200 counts as delivered')]),
              ...(one.tookMs === undefined ? [] : [tookOf(visit, one.tookMs)]),
            ].join(' · '),
            text: one.error === undefined ? (one.answer ?? '') : failureText(say, one.error),
          },
        ]
      : []),
  ];
};

/** What time alone will do next to this order. */
export const nextOf = async ({ context, say, ui }: Visit, orderId: string) => {
  const due = await nextDue(context);
  if (due?.orderId !== orderId) return undefined;
  const dueMs = Date.parse(due.at);
  const isCallback = due.what.startsWith('callback');
  return {
    at: due.at,
    dueMs,
    left: leftUntil(dueMs - context.clock.now(), say),
    time: ui.clockTime(dueMs),
    sentence: say(nextWords[due.what]),
    arrow: arrowOf(
      isCallback ? { from: 'gateway', to: 'shop', tone: 'wait' } : { from: 'gateway', to: 'gateway', tone: 'wait' },
      true,
    ),
  };
};
