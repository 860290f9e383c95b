import { useState, type ReactNode } from 'react'
import { useFormState } from 'react-hook-form'

interface MoreFieldsProps {
  label: string
  /** Fields that most users don't change. */
  children: ReactNode
}

/** Form fields that are collapsed until the user opens them, or one of them needs attention. */
export const MoreFields = ({ label, children }: MoreFieldsProps) => {
  const { errors } = useFormState()
  const [open, setOpen] = useState(false)
  const isOpen = open || Object.keys(errors).length > 0
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
      }}
    >
      <summary className="min-h-6 text-accent">{label}</summary>
      <div className="space-y-4 pt-2">{children}</div>
    </details>
  )
}
