/** Numbers by name, as bars of which the longest is the largest. */
export function Bars({ values }: { values: ReadonlyMap<string, number> }) {
  const most = Math.max(...values.values(), 1);
  return (
    <div className="bars" aria-hidden="true">
      {[...values].map(([name, value]) => (
        <div key={name} className="bars-row">
          <span>{name}</span>
          <svg viewBox="0 0 100 1" preserveAspectRatio="none">
            <rect width={(value / most) * 100} height="1" data-operation={name} />
          </svg>
          <span className="bars-value">{value.toLocaleString("en-GB")}</span>
        </div>
      ))}
    </div>
  );
}
