/** Where the user chose something that was to be kept, and the browser would not. */
export const NotKept = () => (
  <p role="status" data-testid="not-kept" className="text-xs text-required">
    This browser keeps nothing for this page: it is forgotten when you close or reload it.
  </p>
)
