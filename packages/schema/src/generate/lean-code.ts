/** What ajv passes from one validating function to the next besides the data. */
const CALL =
  /(?<callee>(?:wrapper\d+\.)?validate\d*)\((?<data>[^(){}]*), \{instancePath(?::(?<path>[^{}]*?))?,parentData(?::.*?)?,parentDataProperty(?::.*?)?,rootData(?:,dynamicAnchors)?\}\)/g;
const PARAMETERS =
  /, \{instancePath="", parentData, parentDataProperty, rootData=data(?:, dynamicAnchors=\{\})?\}=\{\}\)/g;

/** An error that ajv writes: what it is, and how it is added to those before it. */
const ERROR =
  /const (?<name>err\d+) = \{instancePath(?::(?<path>[^{}]*?))?,schemaPath:(?<schemaPath>"[^"]*"),keyword:(?<keyword>"[^"]*"),params:(?<params>\{(?:[^{}"]|"(?:[^"\\]|\\.)*"|\{\})*\})(?<named>,propertyName:\w+)?\};if\(vErrors === null\)\{vErrors = \[\k<name>\];\}else \{vErrors\.push\(\k<name>\);\}errors\+\+;/g;
/** A schema as ajv keeps it beside the code, and what the code takes from it. */
const SCHEMA = /const (schema\d+) = (?=\{)/g;
const TAKEN = /\b(schema\d+)((?:\.\w+|\["[^"]*"\])+)/g;

/** Where the validators are in a document: a key for each call that went down, kept for the sake of errors. */
const STATE = `
const fault = (errors, below, schemaPath, keyword, params, propertyName) => {
  const error = { instancePath: pointer() + below, schemaPath, keyword, params };
  if (propertyName !== undefined) error.propertyName = propertyName;
  if (errors === null) return [error];
  errors.push(error);
  return errors;
};
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
 * pointer is worked out where there is one. Nor does it keep the schemas, of which it uses a word here and there,
 * or write out for each error how one is added: that is most of what would have to be loaded.
 */
export function leanCode(code: string): string {
  const root = /export const validate = (validate\d+);/.exec(code)?.[1];
  const lean = withoutSchemas(code)
    .replace(ERROR, (...match) => faultOf(match.at(-1)))
    .replace(/export const validate = .*?;export default .*?;/, "")
    .replace(CALL, (_whole, callee: string, data: string, path: string | undefined) =>
      path === undefined
        ? `${callee}(${data})`
        : `(keys[depth++] = ${keyOf(path)}, verdict = ${callee}(${data}), depth--, verdict)`,
    )
    .replace(PARAMETERS, ")")
    .replace(/fault\(vErrors, instancePath\+/g, "fault(vErrors, ");
  if (root === undefined || /\bparentData|\brootData|\bdynamicAnchors|\binstancePath\b/.test(lean)) {
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

function faultOf({
  path,
  schemaPath,
  keyword,
  params,
  named,
}: Readonly<Record<string, string | undefined>>): string {
  // A pattern is not told in words: what was expected is.
  const told = params?.startsWith("{pattern:") ? "{}" : params;
  const propertyName = named === undefined ? "" : `, ${named.slice(",propertyName:".length)}`;
  const below = path === undefined ? '""' : path;
  return `vErrors = fault(vErrors, ${below}, ${schemaPath}, ${keyword}, ${told}${propertyName});errors++;`;
}

/** What the code takes from a schema stands where it takes it; the schemas are gone. */
function withoutSchemas(code: string): string {
  const schemas = new Map<string, unknown>();
  let lean = "";
  let done = 0;
  for (const { 0: head, 1: name = "", index } of code.matchAll(SCHEMA)) {
    const end = endOfObject(code, index + head.length);
    schemas.set(name, JSON.parse(code.slice(index + head.length, end)));
    lean += code.slice(done, index);
    done = end + 1;
  }
  lean += code.slice(done);
  return lean.replace(TAKEN, (_whole, name: string, way: string) => {
    const keys = [...way.matchAll(/\.(\w+)|\["([^"]*)"\]/g)].map(
      ([, plain, quoted]) => plain ?? quoted ?? "",
    );
    return JSON.stringify(keys.reduce<unknown>((value, key) => Object(value)[key], schemas.get(name)));
  });
}

/** Where a JSON object that begins at a place ends. */
function endOfObject(code: string, start: number): number {
  let depth = 0;
  for (const { 0: token, index } of code.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === "{") depth += 1;
    if (token === "}") depth -= 1;
    if (depth === 0 && !token.startsWith('"')) return start + index + 1;
  }
  throw new Error("ajv writes schemas otherwise.");
}
