/** Where a command writes; a line comes with its line end. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** How a command ends: 0 well, 1 not well, 2 wrong usage, or a declined payment. */
export type ExitCode = 0 | 1 | 2;
