/** An error as the generated validators report it: ajv's, without a message. */
export interface SchemaError {
  /** RFC 6901. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
  /** Set where not a value but the name of a key is wrong. */
  readonly propertyName?: string;
}

/** A generated validator. It keeps the errors of its last call in `errors`. */
export interface SchemaValidator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
