import type { Callback } from '../../domain/callback.ts';
import { noCallbacks } from '../no-callbacks.ts';
import type { CallbackStore } from '../store.ts';

/** What a merchant has, by the ways in which it is asked for. */
interface OfMerchant {
  readonly subjects: Set<string>;
  readonly counts: Record<Callback['state'], number>;
  readonly waiting: Map<string, Callback>;
}

export const memoryCallbacks = (): CallbackStore => {
  const bySubject = new Map<string, Map<string, Callback>>();
  const byMerchant = new Map<string, OfMerchant>();
  const about = (subject: string): readonly Callback[] => [...(bySubject.get(subject)?.values() ?? [])];

  const ofMerchant = (merchant: string): OfMerchant => {
    const known = byMerchant.get(merchant);
    if (known) return known;
    const none = { subjects: new Set<string>(), counts: { ...noCallbacks }, waiting: new Map<string, Callback>() };
    byMerchant.set(merchant, none);
    return none;
  };

  return {
    save: async (callback) => {
      const callbacks = bySubject.get(callback.subject) ?? new Map<string, Callback>();
      const { subjects, counts, waiting } = ofMerchant(callback.merchant);
      const before = callbacks.get(callback.id);
      if (before) counts[before.state]--;
      counts[callback.state]++;
      if (callback.state === 'waiting') waiting.set(callback.id, callback);
      else waiting.delete(callback.id);
      bySubject.set(callback.subject, callbacks.set(callback.id, callback));
      subjects.add(callback.subject);
    },
    about: async (subject) => about(subject),
    aboutAny: async (subjects) => subjects.flatMap(about),
    counts: async (merchant) => ({ ...noCallbacks, ...byMerchant.get(merchant)?.counts }),
    ofMerchant: async (merchant) => [...(byMerchant.get(merchant)?.subjects ?? [])].flatMap(about),
    dueAfter: async (merchant, afterMs, limit) =>
      [...(byMerchant.get(merchant)?.waiting.values() ?? [])]
        .filter(({ dueMs }) => dueMs > afterMs)
        .sort((one, other) => one.dueMs - other.dueMs)
        .slice(0, limit),
    waitingSubjects: async (merchant) =>
      [...(byMerchant.get(merchant)?.subjects ?? [])].filter((subject) =>
        about(subject).some(({ state }) => state === 'waiting'),
      ),
    forget: async (merchant) => {
      for (const subject of byMerchant.get(merchant)?.subjects ?? []) bySubject.delete(subject);
      byMerchant.delete(merchant);
    },
  };
};
