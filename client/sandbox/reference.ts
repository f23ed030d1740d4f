import type { CallSandbox } from './call-sandbox.ts';
import type { Schemas } from './control-api.ts';

/** A text in each language of the gateway. */
export type Texts = ErrorCode['meaning'];

/** From documentation, from clients, or a guess. */
export type Confidence = TestCard['confidence'];

/** A published test card. */
export type TestCard = Schemas['TestCard'];

/** A result of a payment. */
export interface ActionCode {
  readonly code: number;
  /** As scenarios write it. */
  readonly name: string;
  readonly group: string;
  /** For the shop: `actionCodeDescription`. */
  readonly meaning: Texts;
  /** For the payer: `displayErrorMessage`. */
  readonly message: Texts;
  /** The card numbers that end in it, by the 3-D Secure before; any future date and CVC will do. */
  readonly cards: Readonly<Record<'none' | 'frictionless' | 'challenge' | 'attempt', string>>;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** A reason for which the gateway refuses a call. */
export type ErrorCode = Schemas['ErrorCode'];

/** A scenario of the gateway's folder. */
export interface ListedScenario {
  readonly name: string;
  /** What happens. */
  readonly about: string;
  /** The recommended reaction of a shop. */
  readonly shop?: string;
  /** The conditions under which it applies without a request. */
  readonly when?: Readonly<Record<string, unknown>>;
  /** Its sections. */
  readonly parts: readonly string[];
}

/** A bank whose gateway can be imitated. */
export type ListedBank = Schemas['Bank'];

/** A JSON document in a format of its own. */
export type JsonDocument = Readonly<Record<string, unknown>>;

export type ReferenceCalls = ReturnType<typeof referenceCalls>;

/** `sandbox.reference`: test cards and other test data, and the formats of the gateway. */
export const referenceCalls = (call: CallSandbox) => {
  /** A list that the answer has under its name. */
  const list = async <Item>(path: `/${string}`, name: string): Promise<readonly Item[]> => {
    const answer = await call<JsonDocument>(`GET ${path}`);
    return answer[name] as readonly Item[];
  };

  return {
    /** The published test cards and their effects. */
    cards: () => list<TestCard>('/cards', 'cards'),
    /** Every result of a payment, with the card numbers that make it happen. */
    actionCodes: () => list<ActionCode>('/action-codes', 'actionCodes'),
    /** Every reason for which the gateway refuses a call, with its errorCode. */
    errorCodes: () => list<ErrorCode>('/error-codes', 'errorCodes'),
    /** The scenarios of the folder. */
    scenarios: () => list<ListedScenario>('/scenarios', 'scenarios'),
    /** The JSON Schema of a scenario file. */
    scenarioSchema: () => call<JsonDocument>('GET /scenarios/schema.json'),
    /** The banks whose gateways can be imitated. */
    banks: () => list<ListedBank>('/banks', 'banks'),
    /** The control API as OpenAPI 3.1. */
    controlApi: () => call<JsonDocument>('GET /openapi/control.json'),
    /** The merchant API as OpenAPI 3.1; `bank`: its name, if not that of the process. */
    merchantApi: (bank?: string) => call<JsonDocument>('GET /openapi/merchant.json', { query: { bank } }),
  };
};
