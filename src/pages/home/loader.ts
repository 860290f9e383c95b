import { projectList } from '../../api/project.ts'
import type { Backend } from '../../api/use-api.ts'

/** Loads the projects; their contents are requested once they are known. */
export const loadHome = ({ api, queryClient }: Backend): void => {
  void queryClient.prefetchQuery(projectList(api))
}
