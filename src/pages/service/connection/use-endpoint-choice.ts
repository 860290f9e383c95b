import type { Service } from '../../../api/service.ts'
import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { chooseEndpoint, ENDPOINT_PARAMS } from './endpoint-choice.ts'

/** The endpoint that the URL chooses, and the means to choose another. */
export const useEndpointChoice = (service: Service) => {
  const { params, write } = useUrlParams()
  const chosen = (wishes: URLSearchParams) =>
    chooseEndpoint(service.service_type, service.components, (name) => wishes.get(name))
  /** Changes one choice; the others stay if such an endpoint exists, and are otherwise removed from the URL. */
  const choose = (name: string) => (value: string) => {
    const change = (next: URLSearchParams) => {
      next.set(name, value)
      const after = chosen(next)
      const held = new Map(after.questions.map((question) => [question.name, question.value]))
      held.set('component', after.endpoint?.component ?? '')
      for (const param of ENDPOINT_PARAMS) if (next.get(param) !== held.get(param)) next.delete(param)
    }
    write(change, { flushSync: true })
  }
  return { ...chosen(params), params, choose, write }
}
