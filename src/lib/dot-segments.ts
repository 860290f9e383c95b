/**
 * Whether a path holds a segment that is empty, or that readers of URLs take for "here" or "one up", encoded or not:
 * `/service/s/db/..` is `/service/s/`, and a request for it would be another one.
 */
export const hasDotSegment = (path: string): boolean => /\/(?:(?:\.|%2e){1,2})?(?=[/?#]|$)/i.test(path)
