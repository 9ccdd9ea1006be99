import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { memoryLibrary, select } from "@archive/transform";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagesOf } from "./html-pages.js";

const NGINX = "/usr/sbin/nginx";
const APACHE = "/usr/sbin/apache2";
const MODULES = "/usr/lib/apache2/modules";
const CADDY = "/usr/bin/caddy";
const AS2 = "application/activity+json";

interface Asked {
  readonly status: number;
  readonly type: string;
  readonly location: string;
  readonly body: string;
}

const folder = mkdtempSync(join(tmpdir(), "redirect-servers-"));
const site = join(folder, "site");
const old = { page: "", document: "", actor: "" };

function ask(port: number, path: string, accept = "text/html"): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers: { Accept: accept } }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => {
        const { location = "" } = response.headers;
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          location: location.replace(/^http:\/\/[^/]+/, ""),
          body,
        });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  let said = "";
  // What ends without a word is told of too.
  server.once("error", (error) => {
    said += error.message;
  });
  server.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  for (let tries = 0; tries < 1200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended: ${said}`);
    try {
      await ask(port, "/");
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`the server does not answer: ${said}`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

beforeAll(async () => {
  await using archive = await openArchive(await packZip(sampleArchive()));
  const { selection } = await select(archive, { library: memoryLibrary(), documents: true });
  const pages = await pagesOf(selection, { baseUrl: "https://site.example/", keepUrls: true });
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  const paths = [...pages.keys()];
  old.page = `/${paths.find((path) => /^@[^/]+\/\d+\/index\.html$/.test(path)) ?? ""}`.replace(
    "/index.html",
    "",
  );
  old.document = `/${paths.find((path) => /statuses\/\d+\/index\.json$/.test(path)) ?? ""}`.replace(
    "/index.json",
    "",
  );
  old.actor = `/${paths.find((path) => /^users\/[^/]+\/index\.json$/.test(path)) ?? ""}`.replace(
    "/index.json",
    "",
  );
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a server, sees that it keeps the addresses, and ends it. */
async function expectServed(
  port: number,
  program: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const running = spawn(program, options, { env, stdio: ["ignore", "ignore", "pipe"] });
  try {
    await answering(port, running);
    await expectKept(port);
  } finally {
    await stop(running);
  }
}

/** What each server has to answer, once the rules are where their comments say. */
async function expectKept(port: number): Promise<void> {
  const moved = await ask(port, old.page);
  expect(moved.status).toBe(301);
  expect(existsSync(join(site, moved.location, "index.html"))).toBe(true);
  const post = await ask(port, moved.location);
  expect([post.status, post.type]).toEqual([200, expect.stringContaining("text/html")]);

  for (const accept of [
    AS2,
    `application/ld+json; profile="https://www.w3.org/ns/activitystreams", ${AS2}`,
  ]) {
    for (const path of [old.document, old.actor]) {
      const document = await ask(port, path, accept);
      expect([path, document.status, document.location, document.type]).toEqual([
        path,
        200,
        "",
        expect.stringContaining(AS2),
      ]);
      expect(new URL(String(JSON.parse(document.body).id)).pathname).toBe(path);
    }
  }
  const finger = await ask(port, "/.well-known/webfinger?resource=acct:a@b.example", "application/jrd+json");
  expect([finger.status, finger.type]).toEqual([200, expect.stringContaining("application/jrd+json")]);
  expect((await ask(port, "/")).status).toBe(200);
  expect((await ask(port, "/nothing/here")).status).toBe(404);
}

/** What a comment at the top of the rules says to put elsewhere: just that is tried. */
function said(rules: string): string {
  return rules
    .split("\n")
    .filter((line) => line.startsWith("#   "))
    .map((line) => line.slice(1))
    .join("\n");
}

describe.skipIf(!existsSync(NGINX))("the rules in nginx (skipped without it)", () => {
  it("lead old addresses on, and give programs the documents", async () => {
    const port = await freePort();
    const rules = readFileSync(join(site, "redirects/nginx.conf"), "utf8");
    const server = said(rules);
    const configuration = join(folder, "nginx.conf");
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/nginx-${name};`)
      .join(" ");
    writeFileSync(
      configuration,
      `${userInfo().uid === 0 ? "user root;" : ""} daemon off; pid ${folder}/nginx.pid; error_log stderr;
      events {}
      http {
        include /etc/nginx/mime.types; access_log off; ${temporary}
        include ${site}/redirects/nginx.conf;
        server { listen 127.0.0.1:${port}; root ${site}; index index.html;
          ${server}
        }
      }`,
    );
    await expectServed(port, NGINX, ["-c", configuration, "-p", folder]);
  });
});

describe.skipIf(!existsSync(APACHE) || !existsSync(MODULES))(
  "the rules in Apache (skipped without it)",
  () => {
    it("lead old addresses on, and give programs the documents", async () => {
      const port = await freePort();
      writeFileSync(join(site, ".htaccess"), readFileSync(join(site, "redirects/apache.htaccess")));
      const configuration = join(folder, "apache.conf");
      const modules = ["mpm_event", "authz_core", "dir", "mime", "rewrite", "headers"]
        .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
        .join("\n");
      writeFileSync(
        configuration,
        `${modules}
      ServerRoot ${folder}
      ServerName localhost
      Listen 127.0.0.1:${port}
      PidFile ${folder}/apache.pid
      ErrorLog ${folder}/apache.log
      TypesConfig /etc/mime.types
      DocumentRoot ${site}
      <Directory ${site}>
        AllowOverride All
        Require all granted
      </Directory>
${said(readFileSync(join(site, "redirects/apache.htaccess"), "utf8")).replace(/"txt:[^"]*"/, `"txt:${site}/redirects/apache-map.txt"`)}`,
      );
      expect(spawnSync(APACHE, ["-t", "-f", configuration], { encoding: "utf8" }).stderr).toContain(
        "Syntax OK",
      );
      await expectServed(port, APACHE, ["-DFOREGROUND", "-f", configuration]);
    });
  },
);

describe.skipIf(!existsSync(CADDY))("the rules in Caddy (skipped without it)", () => {
  it("lead old addresses on, and give programs the documents", async () => {
    const port = await freePort();
    const configuration = join(folder, "Caddyfile");
    writeFileSync(
      configuration,
      `{
        admin off
        auto_https off
        storage file_system ${folder}/caddy
      }
      http://:${port} {
        bind 127.0.0.1
        root * ${site}
        import ${site}/redirects/Caddyfile
        file_server
      }
      `,
    );
    await expectServed(port, CADDY, ["run", "--adapter", "caddyfile", "--config", configuration], {
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    });
  });
});
