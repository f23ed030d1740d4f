/** How long a shop may take for an order, its state, or a change of state; in milliseconds. Callbacks have a limit of their own. */
export const longestAnswerMs = 30_000;
