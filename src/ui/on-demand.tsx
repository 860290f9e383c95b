import { createElement, lazy, Suspense, type ComponentType, type ReactNode } from 'react'

/**
 * What few visits open, a dialog or a form: its code comes when it is first shown.
 * @param fallback what stands there until then, where something else stands below
 */
export const onDemand = <Props extends object>(load: () => Promise<ComponentType<Props>>, fallback?: ReactNode) => {
  const Part = lazy(async () => ({ default: await load() }))
  return (props: Props): ReactNode => <Suspense fallback={fallback}>{createElement(Part, props)}</Suspense>
}
