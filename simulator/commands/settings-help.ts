import { settingGroups } from '../config.ts';
import { asWritten, type Say } from './say.ts';

/** Says nothing about a value. */
const anyText = /^a text(?:, or nothing)?$/;

/** The settings by their groups, for a terminal. `format`: a line of a list, wrapped. */
export const settingsHelp = (format: (name: string, text: string) => string, say: Say = asWritten): string =>
  settingGroups()
    .map(([group, members]) => {
      const lines = members.map(([, { variable, meaning, expects, default: standard }]) => {
        const values = anyText.test(expects) ? [] : [say(`Expects ${expects}.`)];
        return format(
          variable,
          [say(meaning), ...values, say(`Default: ${standard || 'empty'}.`)].join(' ').replaceAll('`', ''),
        );
      });
      return [`${say(group)}:`, ...lines].join('\n');
    })
    .join('\n\n');
