interface CheckProps {
  label: string
  /** Explanation, beside the label. */
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A native checkbox with its label. */
export const Check = ({ label, hint, checked, onChange }: CheckProps) => (
  <label className="flex min-h-8 items-baseline gap-2 py-1.5 print:has-[:not(:checked)]:hidden">
    <input
      type="checkbox"
      checked={checked}
      onChange={(event) => {
        onChange(event.target.checked)
      }}
      className="size-4 shrink-0 translate-y-0.5 accent-accent"
    />
    <span className="min-w-0 wrap-anywhere">
      {label}
      {hint !== undefined && <span className="block text-xs text-muted">{hint}</span>}
    </span>
  </label>
)
