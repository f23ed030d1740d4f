import type { Callback } from '../../domain/callback.ts';
import type { CallbackStore } from '../store.ts';

export const memoryCallbacks = (): CallbackStore => {
  const bySubject = new Map<string, Map<string, Callback>>();
  const subjectsByMerchant = new Map<string, Set<string>>();
  const about = (subject: string): readonly Callback[] => [...(bySubject.get(subject)?.values() ?? [])];
  return {
    save: async (callback) => {
      const callbacks = bySubject.get(callback.subject) ?? new Map<string, Callback>();
      bySubject.set(callback.subject, callbacks.set(callback.id, callback));
      const subjects = subjectsByMerchant.get(callback.merchant) ?? new Set<string>();
      subjectsByMerchant.set(callback.merchant, subjects.add(callback.subject));
    },
    about: async (subject) => about(subject),
    ofMerchant: async (merchant) => [...(subjectsByMerchant.get(merchant) ?? [])].flatMap(about),
    dueAfter: async (merchant, afterMs, limit) =>
      [...(subjectsByMerchant.get(merchant) ?? [])]
        .flatMap((subject) => about(subject).filter(({ state, dueMs }) => state === 'waiting' && dueMs > afterMs))
        .sort((one, other) => one.dueMs - other.dueMs)
        .slice(0, limit),
    waitingSubjects: async (merchant) =>
      [...(subjectsByMerchant.get(merchant) ?? [])].filter((subject) =>
        about(subject).some(({ state }) => state === 'waiting'),
      ),
    forget: async (merchant) => {
      for (const subject of subjectsByMerchant.get(merchant) ?? []) bySubject.delete(subject);
      subjectsByMerchant.delete(merchant);
    },
  };
};
