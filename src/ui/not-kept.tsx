/** Where the user chose something that was to be kept, and the browser would not. */
export const NotKept = () => (
  <p role="status" data-testid="not-kept" className="text-xs text-required">
    Your browser blocked saving this; it resets on reload.
  </p>
)
