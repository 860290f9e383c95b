/** All forms, in the order in which they are offered. A new one is a file of its own and a line here. */
import { ENV_FILE } from './env-file.ts'
import type { Form } from './form.ts'
import { GITHUB_ACTIONS } from './github-actions.ts'
import { KUBERNETES } from './kubernetes.ts'
import { BASE64, DER, ONE_LINE, PEM } from './plain-forms.ts'
import { TERRAFORM } from './terraform.ts'

export const FORMS: readonly Form[] = [PEM, DER, BASE64, ONE_LINE, ENV_FILE, KUBERNETES, TERRAFORM, GITHUB_ACTIONS]
