export type {
  ImageCopy,
  ImageFormat,
  ImageJob,
  ImageOptions,
  ImageWorker,
  MadeImage,
} from "../../media/image-worker.js";
export { type SharpWorkerOptions, sharpWorker } from "./sharp-worker.js";
