import { createElement, lazy, Suspense, type ComponentType, type ReactNode } from 'react'

import { LostPart } from './lost-part.tsx'

/**
 * Code of a component that is loaded when it is first rendered.
 * @returns the component, which suspends meanwhile, and what makes the next render load again after a failure
 */
export const loadable = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const begin = () => lazy(async () => ({ default: await load() }))
  let current = begin()
  return {
    Part: (props: Props): ReactNode => createElement(current, props),
    renew: () => {
      current = begin()
    },
  }
}

const closeOf = (props: object): (() => void) | undefined =>
  'onClose' in props && typeof props.onClose === 'function' ? (props.onClose as () => void) : undefined

/**
 * A rarely opened part, such as a dialog or a form: its code is loaded when it is first shown. If that fails, the page
 * stays and says so.
 * @param fallback shown until then, if there is content below that would move
 */
export const onDemand = <Props extends object>(load: () => Promise<ComponentType<Props>>, fallback?: ReactNode) => {
  const { Part, renew } = loadable(load)
  return (props: Props): ReactNode => (
    <LostPart onLost={renew} onClose={closeOf(props)}>
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    </LostPart>
  )
}
