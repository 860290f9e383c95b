import type { Field } from '../../../snippets/guide.ts'
import { FactTable } from '../../../ui/fact-table.tsx'
import { ValueRow } from '../connection/value-row.tsx'

/** Which value goes into which field of a graphical client. */
export const FieldMap = ({ fields }: { fields: readonly Field[] }) =>
  [...new Set(fields.map(({ tab }) => tab))].map((tab) => (
    <section key={tab} className="space-y-1">
      <h4 className="text-xs font-medium text-muted">{tab}</h4>
      <FactTable label={tab}>
        {fields
          .filter((field) => field.tab === tab)
          .map(({ label, value }) => (
            <ValueRow key={label} header={label} value={value} />
          ))}
      </FactTable>
    </section>
  ))
