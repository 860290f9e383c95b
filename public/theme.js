// Before the first paint, so that a chosen theme doesn't flash. Storage may be forbidden: then the system decides.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Nothing to restore.
}
