/** What ajv passes from one validating function to the next besides the data. */
const CALL =
  /(?<callee>(?:wrapper\d+\.)?validate\d*)\((?<data>[^(){}]*), \{instancePath(?::(?<path>[^{}]*?))?,parentData(?::.*?)?,parentDataProperty(?::.*?)?,rootData(?:,dynamicAnchors)?\}\)/g;
const PARAMETERS =
  /, \{instancePath="", parentData, parentDataProperty, rootData=data(?:, dynamicAnchors=\{\})?\}=\{\}\)/g;

/** Where the validators are in a document: a key for each call that went down, kept for the sake of errors. */
const STATE = `
const keys = [];
let depth = 0;
let verdict = false;
const pointer = () => keys.slice(0, depth).map((key) => "/" + key).join("");
export const validate = (data) => {
  depth = 0;
  verdict = root(data);
  validate.errors = root.errors;
  return verdict;
};
`;

/**
 * The same code without what it makes for each call: an object, for keywords that look at a parent, and a pointer,
 * for errors. Our schemas have no such keyword, an item has some hundred calls, and most have no error. The
 * pointer is worked out where there is one.
 */
export function leanCode(code: string): string {
  const root = /export const validate = (validate\d+);/.exec(code)?.[1];
  const lean = code
    .replace(/export const validate = .*?;export default .*?;/, "")
    .replace(CALL, (_whole, callee: string, data: string, path: string | undefined) =>
      path === undefined
        ? `${callee}(${data})`
        : `(keys[depth++] = ${keyOf(path)}, verdict = ${callee}(${data}), depth--, verdict)`,
    )
    .replace(PARAMETERS, ")")
    .replace(/\{instancePath,/g, "{instancePath:pointer(),")
    .replace(/instancePath:instancePath/g, "instancePath:pointer()");
  if (root === undefined || /\bparentData|\brootData|\bdynamicAnchors|[^{]\binstancePath\b(?!:)/.test(lean)) {
    throw new Error("ajv writes its code otherwise.");
  }
  return `${lean}\nconst root = ${root};${STATE}`;
}

/** The one key by which a call goes down: `instancePath+"/object"`, `instancePath+"/" + i0`. */
function keyOf(path: string): string {
  const literal = /^instancePath\+"\/([^"/~]+)"$/.exec(path)?.[1];
  if (literal !== undefined) return JSON.stringify(literal);
  const variable = /^instancePath\+"\/" \+ (\w+)$/.exec(path)?.[1];
  if (variable === undefined) throw new Error(`ajv goes down by ${path}.`);
  return variable;
}
