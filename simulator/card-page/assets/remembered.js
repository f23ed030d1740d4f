/** A value that this browser keeps. Where it keeps none, nothing is remembered. */
export const remembered = (name) => ({
  get: () => {
    try {
      return JSON.parse(localStorage.getItem(name)) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set: (value) => {
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // A browser may forbid it.
    }
  },
});
