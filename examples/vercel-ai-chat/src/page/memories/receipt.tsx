import type { WireReceipt } from "../../wire.ts";
import { showMoment } from "../data/show-time.ts";

interface ReceiptProps {
  receipt: WireReceipt;
}

/** What was erased, in numbers: a proof that says nothing of the content. */
export function Receipt({ receipt: { id, erased, idsHash, finishedAt } }: ReceiptProps) {
  return (
    <>
      <p>Erased on {showMoment(finishedAt)}. Nothing of it is left.</p>
      <dl className="receipt">
        {Object.entries(erased).map(([what, count]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p className="receipt-proof">
        Receipt {id}
        <br />
        SHA-256 of the erased ids: {idsHash}
      </p>
    </>
  );
}
