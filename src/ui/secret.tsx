/** A secret that is in sight, but not on paper. */
export const Secret = ({ children }: { children: string }) => (
  <>
    <span className="print:hidden">{children}</span>
    <span className="hidden print:inline">(secret, not printed)</span>
  </>
)
