export { compact, expand, loadContext, normalize } from "./jsonld.js";
export { JSONLD_LIMITS, type JsonLdLimits } from "./limits.js";
export {
  createJsonLd,
  type JsonLd,
  type JsonLdConfiguration,
  type JsonLdOptions,
} from "./processor.js";
