/**
 * Whether a path contains an empty segment, or `.` or `..`, encoded or not. URL parsers resolve those:
 * `/service/s/db/..` becomes `/service/s/`, which is another request.
 */
export const hasDotSegment = (path: string): boolean => /\/(?:(?:\.|%2e){1,2})?(?=[/?#]|$)/i.test(path)
