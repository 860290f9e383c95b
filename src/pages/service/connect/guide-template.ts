import { queryOptions } from '@tanstack/react-query'

import type { Guide } from '../../../snippets/guide.ts'

/** The text of a guide: its code comes when it is shown, and stays. */
export const guideTemplate = ({ id, load }: Guide) =>
  queryOptions({ queryKey: ['guide', id], queryFn: load, staleTime: Infinity, gcTime: Infinity })
