/** Names that are kept: no digits, because a client may put a card number where a name belongs. */
const keptName = /^[a-z_$.]{1,64}$/i;
const mostNames = 1_000;

/**
 * A function of a name that is worked out once for each name, because requests repeat theirs. Names that come later than the first
 * thousand, long ones and ones with digits are worked out each time.
 */
export const byName = <Fact>(factOf: (name: string) => Fact): ((name: string) => Fact) => {
  const known = new Map<string, Fact>();
  return (name) => {
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const fact = factOf(name);
    // A copy, because a name may be a slice that holds a whole request in memory.
    if (known.size < mostNames && keptName.test(name)) known.set(Buffer.from(name).toString(), fact);
    return fact;
  };
};
