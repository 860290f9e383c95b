import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/**
 * An optional part of a page, whose code is loaded when it is first shown. If loading fails (no network, or files of an
 * older console), `otherwise` is shown instead; nothing by default.
 */
export const optional = <Props>(
  load: () => Promise<ComponentType<Props>>,
  otherwise: ComponentType<Props> = () => null,
): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: await load().catch(() => otherwise) }))
