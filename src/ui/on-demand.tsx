import { createElement, lazy, Suspense, type ComponentType, type ReactNode } from 'react'

/**
 * A rarely opened part, such as a dialog or a form: its code is loaded when it is first shown.
 * @param fallback shown until then, if there is content below that would move
 */
export const onDemand = <Props extends object>(load: () => Promise<ComponentType<Props>>, fallback?: ReactNode) => {
  const Part = lazy(async () => ({ default: await load() }))
  return (props: Props): ReactNode => <Suspense fallback={fallback}>{createElement(Part, props)}</Suspense>
}
