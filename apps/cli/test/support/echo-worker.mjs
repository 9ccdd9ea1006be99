// Stands for worker.js in run-by-worker.test.ts: says which process it is, or ends in the way it is told.
process.on("message", ({ argv: [what] }) => {
  if (what === "die") process.kill(process.pid, "SIGKILL");
  else if (what === "leave") process.exit(7);
  else if (what !== "wait") process.send({ exitCode: 0, stdout: `${process.pid} ${what}`, stderr: "" });
});
process.on("disconnect", () => process.exit(130));
