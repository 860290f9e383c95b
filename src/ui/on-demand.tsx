import { createElement, lazy, Suspense, type ComponentType, type ReactNode } from 'react'

/** A dialog or a form that few visits open: its code comes when it is first shown. */
export const onDemand = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Part = lazy(async () => ({ default: await load() }))
  return (props: Props): ReactNode => <Suspense>{createElement(Part, props)}</Suspense>
}
