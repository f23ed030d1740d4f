/** A hole in the security of the program, as a change of its code. */
export interface Hole {
  /** What an attacker could do with it. */
  readonly hole: string;
  readonly file: string;
  /** A text that stands in the file once, and what replaces it. */
  readonly from: string;
  readonly to: string;
  /** The test that must notice it: its file below `test/`, and its title. */
  readonly noticed: readonly [file: string, test: string];
}
