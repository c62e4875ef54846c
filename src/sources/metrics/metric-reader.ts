import type { RepositoryName } from "../../core/facts/reference.ts";
import { sameRepository } from "../../core/facts/reference.ts";
import type { MetricAnswer } from "../../core/follow-up/measured.ts";
import type { MetricFetch } from "./ask-provider.ts";
import { askProvider } from "./ask-provider.ts";
import { findNamed } from "./find-named.ts";
import type { AskedOf, DefinedMetric } from "./provider.ts";

/** The metrics that the operator defined, as jobs ask for them. */
export interface MetricReader {
  /**
   * The one that a text names, whole or as one of its words: a hypothesis chooses among the operator's, and says nothing
   * of how they are asked for. Null where the text names none, more than one, or one whose numbers people write.
   */
  readonly find: (asked: NamedIn) => FoundMetric | null;
}

export interface NamedIn {
  readonly installation: number;
  readonly repository: RepositoryName;
  readonly text: string;
}

export interface FoundMetric {
  /** As the operator wrote it. */
  readonly name: string;
  /** Whether everybody may see its readings, also in a public repository. */
  readonly public: boolean;
  /** Whether it can be read as it was at a time, and not only as it is now. */
  readonly looksBack: boolean;
  /** As it was at a time, or as it is now where its provider cannot look back. Bounded in time, and never rejects. */
  readonly read: (at: Date) => Promise<MetricAnswer>;
}

export interface MetricPorts {
  readonly metrics: readonly DefinedMetric[];
  readonly fetch: MetricFetch;
  /** What to sign in with, by the name of its variable. */
  readonly credentials: ReadonlyMap<string, string>;
  readonly now: () => Date;
  readonly logger: { warn(fields: object, message: string): void };
}

export function metricReader(ports: MetricPorts): MetricReader {
  return {
    find({ installation, repository, text }) {
      const here = ports.metrics.filter(
        (metric) =>
          (metric.installation === null || metric.installation === installation) &&
          metric.repositories.some((one) => sameRepository(one, repository)),
      );
      const metric = findNamed(text, here);
      // It has no numbers to ask for.
      if (metric === null || metric.asked === null) return null;
      const { name, asked } = metric;
      return {
        name,
        public: metric.public,
        looksBack: asked.looksBack,
        read: (at) => read({ ...metric, asked }, at, ports),
      };
    },
  };
}

async function read(
  metric: DefinedMetric & { readonly asked: AskedOf },
  at: Date,
  ports: MetricPorts,
): Promise<MetricAnswer> {
  const { name, unit, window, public: everybody, asked } = metric;
  const moment = asked.looksBack ? at : ports.now();
  const of = { asked: name, at: moment.toISOString(), public: everybody };
  const answered = await askProvider(asked, moment, ports);
  if (answered.kind === "number") return { kind: "reading", reading: { ...of, value: answered.value, unit, window } };
  const why = `${asked.title} ${answered.why}`;
  ports.logger.warn({ metric: name, why, code: answered.code }, "A metric could not be read");
  return { kind: "unreadable", ...of, why };
}
