/** A secret that is visible on screen, but not printed. */
export const Secret = ({ children }: { children: string }) => (
  <>
    <span className="print:hidden">{children}</span>
    <span className="hidden print:inline">(secret, not printed)</span>
  </>
)
