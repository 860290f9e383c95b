interface SwitchProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A switch, for something that runs as long as it is on. */
export const Switch = ({ label, checked, onChange }: SwitchProps) => (
  <button
    type="button"
    role="switch"
    aria-checked={checked}
    onClick={() => {
      onChange(!checked)
    }}
    className="inline-flex min-h-8 items-center gap-2 rounded-md px-1 font-medium print:hidden"
  >
    <span
      aria-hidden="true"
      className={`inline-flex h-5 w-9 items-center rounded-full border border-control px-0.5 ${checked ? 'justify-end bg-accent' : 'bg-surface'}`}
    >
      <span
        className={`size-3.5 rounded-full forced-colors:bg-[CanvasText] ${checked ? 'bg-on-accent' : 'bg-control'}`}
      />
    </span>
    {label}
  </button>
)
