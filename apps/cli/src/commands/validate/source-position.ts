import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser";

/** A place in a text, counted from 1; columns in UTF-16 units, as editors count. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** Finds where in the text of a JSON document something stands. */
export interface SourceMap {
  /** Where the value at a pointer begins; where it is not there, what it would stand in. */
  at(pointer: string): SourcePosition | null;
  /** Where the text stops being JSON. */
  readonly fault: SourcePosition | null;
}

/** Reads the structure of a text, valid or not. */
export function sourceMap(text: string): SourceMap {
  const errors: ParseError[] = [];
  const root = treeOf(text, errors);
  const [first] = errors;
  return {
    at(pointer) {
      if (root === undefined) return null;
      const path = pointer.split("/").slice(1);
      for (let length = path.length; length > 0; length -= 1) {
        const node = nodeAt(root, path.slice(0, length));
        if (node !== undefined) return positionOf(text, node.offset);
      }
      return positionOf(text, root.offset);
    },
    fault: first === undefined ? null : positionOf(text, first.offset),
  };
}

function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    // The parser calls itself for what is nested.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function nodeAt(root: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const part of path) {
    if (node === undefined) return undefined;
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    node = findNodeAtLocation(node, [node.type === "array" ? Number(key) : key]);
  }
  return node;
}

function positionOf(text: string, offset: number): SourcePosition {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
