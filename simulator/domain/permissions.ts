/**
 * Permissions that the bank gives a merchant; without one the calls that need it are refused with 5. Source: BPC REST
 * documentation, which calls need which is a guess.
 */
export const permissions = ['pre-authorisation', 'refunds', 'reversals', 'stored-cards', 'card-data'] as const;

export type Permission = (typeof permissions)[number];
