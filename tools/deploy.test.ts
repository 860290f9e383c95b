/** The Kubernetes folder and the Dockerfile, as far as they can be read without a cluster. */
import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const read = (file: string) => parse(readFileSync(`deploy/kubernetes/${file}`, 'utf8'))
const kustomization = read('kustomization.yaml')
const resources: { kind: string; metadata: { name: string }; spec: unknown }[] = kustomization.resources.map(read)
// oxlint-disable-next-line typescript/no-explicit-any -- the shape is what is tested
const spec = (kind: string): any => resources.find((resource) => resource.kind === kind)?.spec

describe('deploy/kubernetes', () => {
  it('has each part once, and every part by one name', () => {
    expect(resources.map(({ kind }) => kind)).toEqual(['Deployment', 'Service', 'Ingress', 'HorizontalPodAutoscaler'])
    expect(new Set(resources.map(({ metadata }) => metadata.name))).toEqual(new Set(['anchor']))
  })

  it('the parts refer to each other correctly', () => {
    const { labels } = spec('Deployment').template.metadata
    const [container] = spec('Deployment').template.spec.containers
    const [port] = container.ports
    expect(spec('Deployment').selector.matchLabels).toEqual(labels)
    expect(spec('Service').selector).toEqual(labels)
    expect(spec('Service').ports[0].targetPort).toBe(port.name)
    expect(spec('Ingress').rules[0].http.paths[0].backend.service).toEqual({ name: 'anchor', port: { name: 'http' } })
    expect(spec('HorizontalPodAutoscaler').scaleTargetRef).toMatchObject({ kind: 'Deployment', name: 'anchor' })
    expect(spec('HorizontalPodAutoscaler').minReplicas).toBe(spec('Deployment').replicas)
    expect(kustomization.images[0].name).toBe(container.image)
    for (const probe of [container.readinessProbe, container.livenessProbe]) expect(probe.httpGet.port).toBe(port.name)
    expect(readFileSync('deploy/nginx.conf.template', 'utf8')).toContain(`listen ${String(port.containerPort)};`)
  })

  it('runs as an unprivileged user, on a read-only root', () => {
    const pod = spec('Deployment').template.spec
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: expect.any(Number) })
    expect(pod.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect(pod.securityContext.seccompProfile).toEqual({ type: 'RuntimeDefault' })
    expect(pod.automountServiceAccountToken).toBe(false)
    expect(Object.keys(pod.containers[0].resources.limits).toSorted()).toEqual(['cpu', 'ephemeral-storage', 'memory'])
    const mounted = pod.containers[0].volumeMounts.map(({ name }: { name: string }) => name)
    expect(pod.volumes.map(({ name }: { name: string }) => name)).toEqual(mounted)
  })
})

it('its image is pinned by digest, and a placeholder until it is set', () => {
  const [image] = kustomization.images
  expect(image).not.toHaveProperty('newTag')
  expect(image.digest).toBe(`sha256:${'0'.repeat(64)}`)
})

describe('deploy/Dockerfile', () => {
  it('copies only existing files', () => {
    const sources = [...readFileSync('deploy/Dockerfile', 'utf8').matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(
      ([, files = '']) => files.split(' '),
    )
    expect(sources).toContain('package-lock.json')
    for (const source of sources) expect([source, existsSync(source)]).toEqual([source, true])
  })

  it('copies every file that the build reads', () => {
    const sent = readFileSync('.dockerignore', 'utf8')
    for (const path of ['src', 'public', 'index.html', 'vite.config.ts', 'tools', 'mocks', 'deploy', '.npmrc']) {
      expect(sent).toContain(`!${path}\n`)
    }
  })
})
