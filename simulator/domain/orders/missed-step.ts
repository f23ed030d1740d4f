/** Something that a scenario asked for and that was not possible. */
export interface MissedStep {
  readonly atMs: number;
  readonly scenario: string;
  /** The words after "asked for ...". Absent: the scenario itself is missing. */
  readonly asked?: string;
  /** The words after "not possible, ...". */
  readonly because: string;
}

/** What an attempt must do, in words, and the scenario that asks for it. */
export type AskedResult = Omit<MissedStep, 'atMs' | 'because'>;

/** `Scenario captured asked for a capture: not possible, the order is not held.` */
export const missedStepText = (step: MissedStep): string => `Scenario ${wordsOf(step)}.`;

/** The same for a line of the log. */
export const missedStepLine = (step: MissedStep): string => `scenario ${wordsOf(step)}`;

const wordsOf = ({ scenario, asked, because }: MissedStep): string => {
  const request = asked === undefined ? 'was asked for' : `asked for ${asked}`;
  return `${scenario} ${request}: not possible, ${because}`;
};
