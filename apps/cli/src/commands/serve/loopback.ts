import type { Server } from "node:http";
import { CliError, EXIT } from "../../exit.js";

/** Only this computer can reach it. */
export const LOOPBACK = "127.0.0.1";

/** Listens on a port, or on any free one for 0, and tells which it is. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? "another program uses it" : (error.code ?? "it failed");
      reject(
        new CliError(
          EXIT.output,
          `Can't listen on port ${port}: ${reason}.`,
          "Choose another --port, or leave it out for a free one.",
          error,
        ),
      );
    });
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

/** Ends at once: a browser keeps its connections open for minutes. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
