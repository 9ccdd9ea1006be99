import { proxy } from "comlink";
import type { Chosen } from "./chosen.js";
import type {
  Answer,
  Failure,
  Findings,
  OnProgress,
  OpenedArchive,
  Report,
  StepProgress,
  TimelineFacts,
} from "./protocol.js";
import { type StartedWorker, startWorker } from "./start-worker.js";
import { counted } from "./words.js";

/** What is known of an archive so far, for the page to show. */
export interface ReadingState {
  /** What is being done; `null` when all is. */
  readonly step: string | null;
  readonly progress: StepProgress | null;
  /** For people who hear the page: what was finished last. */
  readonly said: string;
  readonly failure: Failure | null;
  readonly opened: OpenedArchive | null;
  readonly report: Report | null;
  readonly facts: TimelineFacts | null;
  readonly checking: boolean;
  readonly checkProgress: StepProgress | null;
  readonly checkFailure: Failure | null;
  readonly findings: Findings | null;
}

const NOTHING: ReadingState = {
  step: null,
  progress: null,
  said: "",
  failure: null,
  opened: null,
  report: null,
  facts: null,
  checking: false,
  checkProgress: null,
  checkFailure: null,
  findings: null,
};

/** One archive being read by a worker of its own, from the choice of a file until it is ended. */
export class Reading {
  readonly chosen: Chosen;
  state: ReadingState = NOTHING;
  readonly #worker: StartedWorker;
  readonly #changed: () => void;
  #ended = false;

  constructor(chosen: Chosen, changed: () => void) {
    this.chosen = chosen;
    this.#changed = changed;
    this.#worker = startWorker((message) => {
      const hint = "Please reload the page; this is a fault of the page and not of your archive.";
      this.#set({ step: null, checking: false, failure: { code: null, message, hint } });
    });
  }

  get api(): StartedWorker["api"] {
    return this.#worker.api;
  }

  /** Opens, counts, gathers and checks; what is known shows as soon as it is. */
  async run(): Promise<void> {
    const { api } = this.#worker;
    const { name } = this.chosen;
    const opened = await this.#step(`Opening ${name}`, () => api.open(this.chosen));
    if (opened === null) return;
    this.#set({ opened });
    const report = await this.#step("Counting what is in it", (tell) => api.inspect(tell));
    if (report === null) return;
    this.#set({ report, said: `Read: ${counted(report.posts.total, "post")}.` });
    const facts = await this.#step("Making the posts searchable", (tell) => api.gather(tell));
    if (facts === null) return;
    this.#set({ facts, step: null, said: "The posts can be searched now." });
    void this.check();
  }

  /** Holds the archive against its exporter's profile. */
  async check(): Promise<void> {
    this.#set({ checking: true, checkProgress: null, checkFailure: null });
    const tell = proxy((checkProgress: StepProgress) => this.#set({ checkProgress }));
    const answer = await this.#worker.api.check(tell);
    this.#set({ checking: false });
    if (answer.outcome === "done") {
      this.#set({ findings: answer.value, said: "The check is done." });
    } else if (answer.outcome === "failed") this.#set({ checkFailure: answer.failure });
  }

  cancelCheck(): void {
    void this.#worker.api.cancel("check");
  }

  /** Ends the worker; nothing of the archive stays in memory. */
  end(): void {
    this.#ended = true;
    this.#worker.end();
  }

  async #step<T>(step: string, run: (tell: OnProgress) => Promise<Answer<T>>): Promise<T | null> {
    this.#set({ step, progress: null });
    const answer = await run(proxy((progress: StepProgress) => this.#set({ progress })));
    if (answer.outcome === "done") return answer.value;
    this.#set({ step: null, failure: answer.outcome === "failed" ? answer.failure : null });
    return null;
  }

  #set(change: Partial<ReadingState>): void {
    if (this.#ended) return;
    this.state = { ...this.state, ...change };
    this.#changed();
  }
}
