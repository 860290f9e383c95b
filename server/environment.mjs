/** The variables that lead to somebody's account. Plain JavaScript, because it runs before anything is bundled. */

const ACCOUNT = ['AIVEN_TOKEN', 'AIVEN_AUTH_TOKEN', 'AIVEN_WEB_URL', 'AIVEN_CREDENTIALS_FILE', 'AIVEN_CONFIG_DIR']

/**
 * Takes them out of an environment: no test, no demo and no build may see them.
 * @template {Record<string, string | undefined>} Environment
 * @param {Environment} environment
 * @returns {Environment} the same object
 */
export const forgetAccount = (environment) => {
  for (const name of ACCOUNT) Reflect.deleteProperty(environment, name)
  return environment
}
