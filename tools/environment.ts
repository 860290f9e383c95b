/** The variables that lead to somebody's account: no test and no demo may see them. */
const ACCOUNT = ['AIVEN_TOKEN', 'AIVEN_AUTH_TOKEN', 'AIVEN_WEB_URL', 'AIVEN_CREDENTIALS_FILE', 'AIVEN_CONFIG_DIR']

/** Takes them out of an environment, before anything is started in it. */
export const forgetAccount = (environment: Record<string, string | undefined>): void => {
  for (const name of ACCOUNT) Reflect.deleteProperty(environment, name)
}
