/**
 * Finds what users see, by role and name: put before every script that the flows run in a page. As text: what tsx makes
 * of a function isn't for another program to run.
 */
export const IN_PAGE = String.raw`
const ROLES = {
  button: 'button, [role=button], summary',
  menuitem: '[role=menuitem]',
  link: 'a[href]',
  field: 'input:not([type=checkbox], [type=radio], [type=file]), textarea',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  tab: '[role=tab]',
  dialog: 'dialog[open]',
  table: 'table',
  heading: 'h1, h2, h3',
  option: '[role=option]',
  group: '[role=group], fieldset',
  tooltip: '[role=tooltip]',
  alert: '[role=alert]',
  region: '[role=region], section',
  main: 'main',
}

const textOf = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

const nameOf = (element) =>
  element.getAttribute('aria-label') ??
  (textOf(document.getElementById(element.getAttribute('aria-labelledby') ?? '')) ||
    (element.labels?.[0] ? textOf(element.labels[0]) : textOf(element)))

const isShown = (element) => {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
}

// A "*" in a name stands for anything.
const isNamed = (element, name) =>
  new RegExp('^' + name.split('*').map((part) => part.replace(/[^\w ]/g, '\\$&')).join('.*') + '$').test(nameOf(element))

const findAll = (role, name = '*') =>
  [...document.querySelectorAll(ROLES[role])].filter((element) => isShown(element) && isNamed(element, name))

// What lies in front: of an open dialog, if there is one.
const find = (role, name) => {
  const found = findAll(role, name)
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  return found.find((element) => dialog?.contains(element)) ?? found[0]
}

const middleOf = (element) => {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  let box = element.getBoundingClientRect()
  if (box.bottom > innerHeight - 90 || box.top < 0) {
    element.scrollIntoView({ block: 'center' })
    box = element.getBoundingClientRect()
  }
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}
`
