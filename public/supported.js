// Says so where this browser lacks what the app needs, and where the app itself does not come. In old syntax, for old
// browsers; a file of its own, for the security policy.
;(function () {
  var root = document.documentElement

  /** @param {string} id @param {string} title @param {readonly string[]} sentences */
  function say(id, title, sentences) {
    var place = document.getElementById('root')
    if (!place) return
    place.textContent = ''
    var main = document.createElement('main')
    main.className = 'boot'
    main.setAttribute('data-testid', id)
    var heading = document.createElement('h1')
    heading.textContent = title
    main.appendChild(heading)
    for (var i = 0; i < sentences.length; i++) {
      var paragraph = document.createElement('p')
      paragraph.textContent = sentences[i]
      main.appendChild(paragraph)
    }
    place.appendChild(main)
    document.title = title + ' - Anchor'
  }

  /** @param {object | undefined} object @param {string} name */
  function has(object, name) {
    return object !== undefined && name in object
  }

  var needed = {
    'AbortSignal.any': has(window.AbortSignal, 'any'),
    'Array.toSorted': has(Array.prototype, 'toSorted'),
    'CSS color-mix': has(window.CSS, 'supports') && CSS.supports('color', 'color-mix(in oklab, red, red)'),
    dialogs: has(window.HTMLDialogElement, 'prototype') && has(HTMLDialogElement.prototype, 'showModal'),
    popovers: has(HTMLElement.prototype, 'showPopover'),
    ResizeObserver: has(window, 'ResizeObserver'),
    'String.toWellFormed': has(String.prototype, 'toWellFormed'),
    'URL.parse': has(URL, 'parse'),
  }
  var missing = []
  for (var name in needed) if (!needed[name]) missing.push(name)

  if (missing.length > 0) {
    // The app does not start then.
    root.setAttribute('data-unsupported', '')
    document.addEventListener('DOMContentLoaded', function () {
      say('browser-too-old', 'Your browser is too old', [
        'Anchor runs in the two latest versions of Chrome, Edge, Firefox and Safari. Update your browser, or use another one.',
        'Missing here: ' + missing.join(', ') + '.',
      ])
    })
    return
  }

  // The app's first file is not there, or something else came in its place.
  window.addEventListener(
    'error',
    function (event) {
      var isScript = event.target instanceof HTMLScriptElement || event.error instanceof SyntaxError
      if (isScript && document.querySelector('#root > p.boot')) {
        say('not-loaded', 'Anchor could not be loaded', ['Check your connection, then reload the page.'])
      }
    },
    true,
  )
})()
