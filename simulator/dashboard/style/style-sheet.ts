import { readFileSync } from 'node:fs';
import { type StaticFile, staticFile } from '../../http/page/static-files.ts';

/** Every part of the stylesheet, below `simulator/dashboard/`. A later part overrides an earlier one. */
export const styleParts = [
  'style/tokens.css',
  'style/ground.css',
  'shell/rail.css',
  'shell/keys.css',
  'shell/bar.css',
  'shell/clock.css',
  'shell/chips.css',
  'shell/main.css',
  'ui/panel.css',
  'ui/tag.css',
  'ui/button.css',
  'ui/field.css',
  'ui/status.css',
  'ui/facts.css',
  'ui/code.css',
  'ui/tabs.css',
  'ui/note.css',
  'ui/chips.css',
  'ui/table.css',
  'pages/transactions/style.css',
  'pages/transactions/filter.css',
  'pages/order/style.css',
  'pages/order/story.css',
  'pages/order/tries.css',
  'pages/order/money.css',
  'pages/order/asked.css',
  'pages/callbacks/style.css',
  'pages/calls/style.css',
  'pages/merchants/style.css',
  'pages/bank/style.css',
  'pages/api/style.css',
  'pages/health/style.css',
  'pages/more/style.css',
  'pages/scenarios/style.css',
  'pages/editor/style.css',
  'pages/cards/style.css',
  'pages/start/style.css',
  'shell/narrow.css',
  'ui/narrow.css',
  'pages/transactions/narrow.css',
  'pages/order/narrow.css',
  'pages/callbacks/narrow.css',
  'pages/bank/narrow.css',
  'pages/scenarios/narrow.css',
  'pages/editor/narrow.css',
  'pages/start/narrow.css',
  'style/forced-colors.css',
  'ui/layout.css',
  'ui/states.css',
] as const;

/** The stylesheet of the dashboard: all parts as one file. They are read once, when a browser first asks. */
export const styleSheet = (): (() => StaticFile) => {
  let sheet: StaticFile | undefined;
  return () => {
    sheet ??= staticFile('text/css; charset=utf-8', Buffer.from(styleParts.map(textOf).join('\n')));
    return sheet;
  };
};

const textOf = (part: string): string => readFileSync(new URL(`../${part}`, import.meta.url), 'utf8');
