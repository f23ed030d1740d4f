import { bashScript } from './bash.ts';
import type { CompletedCommand } from './command-tree.ts';

/** A script that completes in zsh, with its own support for those of bash. */
export const zshScript = (commands: readonly CompletedCommand[]): string => `#compdef tillbox
autoload -Uz compinit bashcompinit
(( $+functions[compdef] )) || compinit
bashcompinit
${bashScript(commands)}`;
