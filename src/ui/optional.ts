import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/**
 * A part that a page can do without, whose code comes when it is first shown. Where that doesn't come (the network is
 * gone, or an older console's files are), `otherwise` stands in its place: nothing, if not said.
 */
export const optional = <Props>(
  load: () => Promise<ComponentType<Props>>,
  otherwise: ComponentType<Props> = () => null,
): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: await load().catch(() => otherwise) }))
