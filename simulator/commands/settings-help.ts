import { settingGroups } from '../config.ts';

/** Says nothing about a value. */
const anyText = /^a text(?:, or nothing)?$/;

/** The settings by their groups, for a terminal. `format`: a line of a list, wrapped. */
export const settingsHelp = (format: (name: string, text: string) => string): string =>
  settingGroups()
    .map(([group, members]) => {
      const lines = members.map(([, { variable, meaning, expects, default: standard }]) => {
        const values = anyText.test(expects) ? [] : [`Expects ${expects}.`];
        return format(variable, [meaning, ...values, `Default: ${standard || 'empty'}.`].join(' ').replaceAll('`', ''));
      });
      return [`${group}:`, ...lines].join('\n');
    })
    .join('\n\n');
