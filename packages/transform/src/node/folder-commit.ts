import { chmodSync, closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { diagnostic } from "@archive/schema";
import type { DiskSinkOptions } from "./disk-sink.js";
import { type EarlierOutput, type HomelessFile, isEdited } from "./earlier-output.js";
import { FEW, type FolderBuild } from "./folder-build.js";
import { type FolderPatch, leadsElsewhere, patchFolder } from "./folder-patch.js";
import { linesOf } from "./line-file.js";
import { hashFile, linkFile } from "./link-file.js";
import { lookAt } from "./look-at.js";
import { parseManifestLine } from "./manifest-lines.js";
import { MANIFEST_NAME } from "./output-manifest.js";
import { backupName, outputBusy, takePlace } from "./staging.js";

/**
 * Puts a folder in its place, in the way that costs least: an output that is as it was is left alone, one of
 * which little changed is changed, everything else is completed beside and takes the place of the earlier one.
 */
export function commitFolder(build: FolderBuild, options: DiskSinkOptions): void {
  const { staging, earlier, manifest } = build;
  manifest.end();
  if (earlier === null) {
    const { existing } = staging;
    if (existing?.isDirectory()) chmodSync(staging.build, existing.mode & 0o7777);
    takePlace(staging, build.keep);
    return;
  }
  const patch = planPatch(build, earlier, options);
  if (patch === null) {
    complete(build, earlier, options);
    chmodSync(staging.build, statSync(staging.target).mode & 0o7777);
    // Some systems move no folder while a file in it is open.
    earlier.manifest.close();
    takePlace(staging, null);
    return;
  }
  earlier.manifest.close();
  const changesNothing = patch.written.length + patch.removed.length === 0 && hasSameManifest(build);
  if (!changesNothing) patchFolder(staging, patch);
  staging.discard();
}

function hasSameManifest({ staging }: FolderBuild): boolean {
  const [made, there] = [join(staging.build, MANIFEST_NAME), join(staging.target, MANIFEST_NAME)];
  const { size } = statSync(made);
  return statSync(there).size === size && hashFile(made, size) === hashFile(there, size);
}

/** What there is to change; `null` when it is much, or when something stands in the way. */
function planPatch(build: FolderBuild, earlier: EarlierOutput, options: DiskSinkOptions): FolderPatch | null {
  const { written } = build;
  if (written === null) return null;
  const { folder } = earlier;
  const checked = new Set<string>();
  for (const path of written) {
    if (leadsElsewhere(folder, path, checked) || lookAt(join(folder, path))?.isDirectory()) return null;
  }
  const removed: string[] = [];
  const homeless: HomelessFile[] = [];
  for (const known of earlier.manifest.rest()) {
    const { path } = known;
    const file = { path, from: join(folder, path), stat: lookAt(join(folder, path)) };
    const { stat } = file;
    // What a person put in its place, or behind a link, is theirs.
    if (stat === undefined || stat.isDirectory() || leadsElsewhere(folder, path, checked)) continue;
    if (removed.length >= FEW) return null;
    removed.push(path);
    if (isEdited({ ...file, stat }, known)) homeless.push({ ...file, stat, wasWritten: true });
  }
  for (const file of homeless) moveAside(build, file, options);
  return { written, removed };
}

/** Makes the build whole: links what stays, and what a person added. */
function complete(build: FolderBuild, earlier: EarlierOutput, options: DiskSinkOptions): void {
  const { staging } = build;
  const fd = openSync(join(staging.build, MANIFEST_NAME), "r");
  try {
    for (const { text } of linesOf(fd)) {
      const listed = parseManifestLine(text);
      if (listed !== null) linkFromEarlier(build, earlier.folder, listed.path);
    }
  } finally {
    closeSync(fd);
  }
  for (const file of earlier.carryOver(staging.build)) moveAside(build, file, options);
}

function linkFromEarlier({ staging }: FolderBuild, folder: string, path: string): void {
  const to = join(staging.build, path);
  if (lookAt(to) !== undefined) return;
  const from = join(folder, path);
  const stat = lookAt(from);
  // It was there when it was compared.
  if (stat === undefined || stat.isDirectory()) throw outputBusy(staging.target);
  mkdirSync(dirname(to), { recursive: true });
  linkFile(from, to, stat);
}

/** With `force`, what was changed by hand is dropped; what a person added never is. */
function moveAside(build: FolderBuild, file: HomelessFile, options: DiskSinkOptions): void {
  if (options.force === true && file.wasWritten) return;
  build.aside ??= backupName(build.staging.target);
  const to = join(build.aside, file.path);
  mkdirSync(dirname(to), { recursive: true });
  linkFile(file.from, to, file.stat);
  const message = `A file that you changed or added is no longer part of the output; it is now in ${build.aside}.`;
  options.onDiagnostic?.(diagnostic("output/moved-aside", { file: file.path, message }));
}
