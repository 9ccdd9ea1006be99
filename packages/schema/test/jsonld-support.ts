import http from "node:http";
import https from "node:https";
import net from "node:net";
import { afterAll, beforeAll, vi } from "vitest";
import type { Diagnostic } from "../src/diagnostic/diagnostic.js";

export const AS2 = "https://www.w3.org/ns/activitystreams";
export const as = (term: string): string => `${AS2}#${term}`;

/** Fails every test in which the network is used. */
export function withoutNetwork(): void {
  const refuse = (): never => {
    throw new Error("the network was used");
  };
  beforeAll(() => {
    vi.stubGlobal("fetch", refuse);
    vi.spyOn(http, "request").mockImplementation(refuse);
    vi.spyOn(https, "request").mockImplementation(refuse);
    vi.spyOn(net.Socket.prototype, "connect").mockImplementation(refuse);
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}

export function collect(): {
  readonly found: Diagnostic[];
  readonly onDiagnostic: (found: Diagnostic) => void;
} {
  const found: Diagnostic[] = [];
  return { found, onDiagnostic: (diagnostic) => found.push(diagnostic) };
}
