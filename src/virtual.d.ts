/// <reference types="vite/client" />

declare module 'virtual:index' {
  /** All families as the home page shows them. */
  export const families: import('./ui/session-context.tsx').FamilySummary[]
}

declare module 'virtual:family-data' {
  type Held = string | (() => import('./engine/published.ts').PublishedFamily)
  /** The data of each family by its id: where it is fetched from, or in the single file the data itself. */
  export const familyData: Record<string, Held | undefined>
}

declare module 'virtual:chart' {
  type Module = { default: import('./chart/geometry.ts').Chart }
  /** The geometry of a family's chart, fetched when needed. */
  export const charts: Record<string, (() => Promise<Module>) | undefined>
}

declare module 'virtual:signatures' {
  /** What the matcher knows of all families. */
  export const table: import('./engine/table.ts').Table
}

declare module 'virtual:environments.css'
