/** A request of the collection: an example of one call. All but the example itself comes from the OpenAPI documents. */
export interface Step {
  /** The `operationId` of the call. */
  readonly call: string;
  /** What the request does, in a few words. */
  readonly title: string;
  /** The fields of the form, or of the JSON body; `{{name}}` is a variable, `{{newNumber}}` another number each time. The login is added if the call takes one. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Variables in the path, by name. */
  readonly path?: Readonly<Record<string, string>>;
  /** Variables that the answer gives to later requests, and where they are in it: `bindings.0.bindingId`. */
  readonly saves?: Readonly<Record<string, string>>;
}

/** Requests that belong together, to be sent from the first to the last. */
export interface StepFolder {
  readonly title: string;
  readonly about: string;
  readonly steps: readonly Step[];
}
