/** What the store says of its surroundings, found in the cause of a failure. */
import { Cause } from "effect"
import { StoreError } from "../store/index.ts"

/** All StoreErrors of a cause: handlers fail or die of them. */
export const storeErrorsOf = (cause: Cause.Cause<unknown>): ReadonlyArray<StoreError> =>
  cause.reasons.flatMap((reason) => {
    const error = Cause.isFailReason(reason)
      ? reason.error
      : Cause.isDieReason(reason)
        ? reason.defect
        : undefined
    return error instanceof StoreError ? [error] : []
  })
