/** The output of a command. Texts include their line ends. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0: success, 1: failure, 2: wrong usage or a declined payment. */
export type ExitCode = 0 | 1 | 2;
