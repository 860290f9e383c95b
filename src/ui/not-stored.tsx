/** Says that the browser refused to store the user's choice. */
export const NotStored = () => (
  <p role="status" data-testid="not-kept" className="text-xs text-required">
    Your browser blocked saving this; it resets on reload.
  </p>
)
