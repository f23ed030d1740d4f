/** A value as JSON has it: nobody changes it, and what is undefined is not there. */
export type Sent<Value> = Value extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Sent<Exclude<Value[Name], undefined>> }
    : Value;

/** Whether two types are the same, down to which fields may be absent; assignability does not see those. */
export type Same<One, Other> =
  (<T>() => T extends Sent<One> ? 1 : 2) extends <T>() => T extends Sent<Other> ? 1 : 2 ? true : false;

/** Compiles where all that the first one can be is fine as the second one. */
export type Fits<One extends Other, Other> = One;

/** Compiles for true alone. */
export type Holds<Claim extends true> = Claim;
