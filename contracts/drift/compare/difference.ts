/**
 * What differs: the bank does not have a place (`removed`), has one that tillbox lacks (`added`), has another JSON type there
 * (`type`) or another form of the same type (`changed`); or it accepts what tillbox refuses, or refuses what tillbox accepts
 * (`outcome`).
 */
export type DifferenceKind = 'outcome' | 'removed' | 'added' | 'type' | 'changed';

/** A difference in the answers to one question. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** `$.errorCode`, `HTTP status` or `content type`. */
  readonly place: string;
  /** In words; undefined if that side has no such place. */
  readonly bank?: string;
  readonly tillbox?: string;
}

/** The same difference in the answers to one or more questions. */
export interface DifferenceGroup extends Difference {
  /** Ids of the questions. */
  readonly questions: readonly string[];
}
