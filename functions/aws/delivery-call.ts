import { DeliveryError } from "../../shared/pipeline/ports.ts";
import { SECOND } from "../../shared/time.ts";

/** For all tries of the SDK together: letters are sent one by one, in the minutes that publishing has. */
const TIMEOUT_MS = 10 * SECOND;

/**
 * One call to AWS on the way to a reader. What goes wrong becomes a `DeliveryError` that has the error's name and no
 * more, for what services say names addresses; the log has all of it, as the cause.
 */
export async function deliveryCall<Answer>(
  service: string,
  call: (options: { readonly abortSignal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  const abortSignal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await call({ abortSignal });
  } catch (error) {
    const name = error instanceof Error ? error.name : "unknown error";
    const reason = abortSignal.aborted ? `no answer within ${TIMEOUT_MS / SECOND} s` : name;
    throw new DeliveryError(`${reason} from ${service}`, { cause: error });
  }
}
