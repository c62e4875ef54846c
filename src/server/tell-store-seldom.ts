import { seldom } from "./seldom.ts";

type Tell = (fields: object, message: string) => void;

interface Logger {
  readonly info: Tell;
  readonly warn: Tell;
  readonly error: Tell;
}

/** For the queue. Of jobs everything is told. That the store does not answer is found twice a second, and told seldom. */
export function tellStoreSeldom(logger: Logger): Logger {
  const tell = seldom((err, message) => logger.error({ err }, message));
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => {
      if ("err" in fields && !("job" in fields)) tell(fields.err, message);
      else logger.error(fields, message);
    },
  };
}
