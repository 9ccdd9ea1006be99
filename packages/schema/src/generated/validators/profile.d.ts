import type { SchemaValidator } from "../../validators/schema-validator.js";

export declare const validate: SchemaValidator;
