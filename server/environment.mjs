/** Environment variables that give access to an account. Plain JavaScript, because it runs before anything is bundled. */

const ACCOUNT = ['AIVEN_TOKEN', 'AIVEN_AUTH_TOKEN', 'AIVEN_WEB_URL', 'AIVEN_CREDENTIALS_FILE', 'AIVEN_CONFIG_DIR']

/**
 * Removes them from an environment: tests, the demo and builds must not see them.
 * @template {Record<string, string | undefined>} Environment
 * @param {Environment} environment
 * @returns {Environment} the same object
 */
export const forgetAccount = (environment) => {
  for (const name of ACCOUNT) Reflect.deleteProperty(environment, name)
  return environment
}
