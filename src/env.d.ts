/** Set by vite.config.ts when the app is built: true in the demo, false in the live build. */
declare const __DEMO__: boolean

declare module '*.css'
