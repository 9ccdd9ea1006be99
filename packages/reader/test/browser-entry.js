export { openArchive } from "@archive/reader";
