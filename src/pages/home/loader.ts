import { projectList } from '../../api/project.ts'
import type { Backend } from '../../api/use-api.ts'

/** The projects; what is in them is asked for once they are known. */
export const loadHome = ({ api, queryClient }: Backend): void => {
  void queryClient.prefetchQuery(projectList(api))
}
