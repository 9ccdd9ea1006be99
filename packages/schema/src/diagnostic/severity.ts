/** `error`: the data is wrong or lost. `warning`: it is odd, and was read all the same. `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";
