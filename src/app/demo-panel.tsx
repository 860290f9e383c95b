import { Suspense, use, useState } from 'react'

import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DemoContext, type DemoInfo } from './demo.ts'

type Demo = Promise<{ readonly info: DemoInfo }>

/** URL of this page with another scenario. */
const addressOf = (scenario: string): string => {
  const url = new URL(location.href)
  url.searchParams.set('scenario', scenario)
  return url.href
}

/** The scenarios of the mock API, each a link that loads this page again with it. */
const Scenarios = ({ info, onClose }: { info: DemoInfo; onClose: () => void }) => (
  <Dialog title="Demo scenarios" onClose={onClose}>
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>{info.description}</p>
        <Button
          icon="refresh"
          onClick={() => {
            info.forgetWrites()
            location.reload()
          }}
        >
          Reset demo
        </Button>
      </div>
      {info.groups.map(({ title, scenarios }) => (
        <section key={title}>
          <h3 className="mb-1 font-semibold">{title}</h3>
          <ul className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
            {scenarios.map((scenario) => (
              <li key={scenario.name}>
                <a
                  href={addressOf(scenario.name)}
                  aria-current={scenario.name === info.scenario || undefined}
                  className="block rounded-md px-2 py-1 hover:bg-sunken aria-[current]:bg-accent-soft"
                >
                  <span className="font-medium text-accent">{scenario.title}</span>
                  <span className="block text-xs text-muted">{scenario.description}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </Dialog>
)

/** The demo's badge: shows the scenario, and opens the list of the others. */
const DemoBadge = ({ demo }: { demo: Demo }) => {
  const { info } = use(demo)
  const [open, setOpen] = useState(false)
  const current = info.groups.flatMap(({ scenarios }) => scenarios).find(({ name }) => name === info.scenario)
  return (
    <>
      <Button
        aria-haspopup="dialog"
        wraps
        onClick={() => {
          setOpen(true)
        }}
      >
        {`Demo: ${current?.title ?? info.scenario}`}
      </Button>
      {open && (
        <Scenarios
          info={info}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

/** Says that this is the demo, and switches scenarios. Renders nothing in the live build. */
export const DemoPanel = () => {
  const demo = use(DemoContext)
  if (!demo) return null
  return (
    <div className="space-y-2">
      <p className="text-xs text-balance text-muted">Demo data. Nothing here is real.</p>
      <Suspense>
        <DemoBadge demo={demo} />
      </Suspense>
    </div>
  )
}
